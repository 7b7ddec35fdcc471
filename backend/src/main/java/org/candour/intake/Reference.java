package org.candour.intake;

import java.security.SecureRandom;

/**
 * What a victim can write down and read out: {@code C-7KQ2-M9XD-4TRB-H}. 60 random bits, so it cannot be guessed, and a
 * check character (ISO/IEC 7064, MOD 37,36 worked on 36 characters) that catches every single mistyped character, and all but
 * one in 630 swaps of neighbours.
 *
 * @param value as shown
 */
public record Reference(String value) {
    /** Crockford's base 32: no I, L, O or U, which are misread or make words. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final String CHECK_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int RANDOM_CHARACTERS = 12;

    /** A new reference. */
    static Reference next(SecureRandom random) {
        var characters = new StringBuilder();
        for (var i = 0; i < RANDOM_CHARACTERS; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Reference("C-%s-%s-%s-%c"
                .formatted(
                        characters.substring(0, 4),
                        characters.substring(4, 8),
                        characters.substring(8),
                        checkCharacter(characters)));
    }

    /** The check character of ISO/IEC 7064 MOD 37,36. */
    static char checkCharacter(CharSequence characters) {
        var modulus = CHECK_ALPHABET.length();
        var product = modulus;
        for (var i = 0; i < characters.length(); i++) {
            var sum = (product + CHECK_ALPHABET.indexOf(characters.charAt(i))) % modulus;
            product = (sum == 0 ? modulus : sum) * 2 % (modulus + 1);
        }
        return CHECK_ALPHABET.charAt((modulus + 1 - product) % modulus);
    }

    @Override
    public String toString() {
        return value;
    }
}
