package org.candour.access;

import java.util.regex.Pattern;

/**
 * An organisation: a police force, an independent body, a support service, a commissioner's office.
 *
 * @param value its short name in {@code config/forces.yml}, such as {@code iopc}
 */
public record BodyId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public BodyId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("A body's id is lower-case letters, digits and hyphens, at most 64");
        }
    }

    static boolean isWellFormed(String text) {
        return FORM.matcher(text).matches();
    }

    /** Reads an id; for Spring's conversion of request parameters. */
    public static BodyId of(String text) {
        return new BodyId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
