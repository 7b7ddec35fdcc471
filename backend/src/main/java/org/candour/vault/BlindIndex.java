package org.candour.vault;

import org.springframework.stereotype.Component;

/** Keyed equality tokens (HMAC-SHA-256, truncated): they tell that two values are equal, and nothing else, to whoever has no key. */
@Component
public class BlindIndex {
    /** Length of a token in bytes; it is given as lower-case hexadecimal. */
    public static final int TOKEN_BYTES = 16;

    /**
     * The token of a value that the caller has already normalised.
     *
     * @throws KeyUnavailable if the field's key is missing
     */
    public String token(BlindField field, String normalised) {
        throw new UnsupportedOperationException();
    }
}
