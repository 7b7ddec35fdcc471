package org.candour.vault;

import java.util.Optional;

/**
 * What is turned into keyed tokens, each under a key of its own, so that equal values of two fields never look alike. A field
 * knows how its values are spelled and how long its tokens are; why so long stands in decision 7.
 *
 * <p>Two kinds. An <em>identifier's</em> token decides by itself, and has 128 bits, because two values with one token would be
 * taken for one. An <em>index</em> finds candidates that are opened and compared, and its tokens are short by the rule of
 * CipherSweet, so that a stolen table does not even tell which of them are equal.
 */
public enum BlindField {
    /** A person's Keycloak id: the pseudonym the store and the ledger know them by. An identifier. */
    ACTOR(Spelling.EXACT, BlindField.IDENTIFIER_BITS),
    /**
     * A police force or other body. An identifier: a coincidence would shut a force's people out of another's cases. There are
     * some fifty values, so no length would hide which are equal.
     */
    BODY(Spelling.EXACT, BlindField.IDENTIFIER_BITS),
    /**
     * A person's full name, for the conflict rule. An identifier though it stands for personal values: the gate decides by the
     * token alone, before anything may be opened, so a coincidence would refuse an innocent person for good, and unseen.
     */
    PERSON_NAME(Spelling.PERSON_NAME, BlindField.IDENTIFIER_BITS),
    /** A client's idempotency key together with who sent it. An identifier. */
    IDEMPOTENCY_KEY(Spelling.EXACT, BlindField.IDENTIFIER_BITS),
    /** A submitted body, to tell a retry from a different submission and to commit to it on the ledger. An identifier. */
    SUBMISSION(Spelling.EXACT, BlindField.IDENTIFIER_BITS),
    /** A telephone number. An index. */
    PHONE(Spelling.PHONE, BlindField.INDEX_BITS),
    /** An e-mail address. An index. */
    EMAIL(Spelling.EMAIL, BlindField.INDEX_BITS),
    /** A reference number that another body gave. An index. */
    REFERENCE(Spelling.REFERENCE, BlindField.INDEX_BITS),
    /** An officer's number within a force. An index. */
    COLLAR_NUMBER(Spelling.COLLAR_NUMBER, BlindField.INDEX_BITS);

    static final int IDENTIFIER_BITS = 128;

    /** Right from 2^13 to 2^24 stored values: see {@link #expectedCoincidences}. */
    static final int INDEX_BITS = 12;

    private final Spelling spelling;
    private final int tokenBits;

    BlindField(Spelling spelling, int tokenBits) {
        this.spelling = spelling;
        this.tokenBits = tokenBits;
    }

    /** The length of the field's tokens, a multiple of 4; they are given as lower-case hexadecimal. */
    public int tokenBits() {
        return tokenBits;
    }

    /** The one spelling of what a text says; empty if it says nothing of this kind. */
    Optional<String> spell(String text) {
        return spelling.of(text);
    }

    /**
     * How many of {@code values} stored values share a token on average, by CipherSweet's formula R / 2^min(L, K). It should
     * lie between 2 and the square root of {@code values}.
     *
     * @param entropyBits how hard a value is to guess for someone who knows whose it could be
     */
    double expectedCoincidences(long values, int entropyBits) {
        return values / Math.pow(2, Math.min(tokenBits, entropyBits));
    }
}
