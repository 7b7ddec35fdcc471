package org.candour.intake;

import java.util.regex.Pattern;

/**
 * The client's own name for one submission, so that it can send it again when no answer came.
 *
 * @param value 16 to 128 letters, digits, hyphens or underscores; a UUID is a good one
 */
public record IdempotencyKey(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16,128}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("16 to 128 letters, digits, hyphens or underscores");
        }
    }

    /** Reads a key; for Spring's conversion of request headers. */
    public static IdempotencyKey of(String text) {
        return new IdempotencyKey(text);
    }
}
