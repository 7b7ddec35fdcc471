package org.candour.access;

import java.util.regex.Pattern;

/**
 * The keyed pseudonym of a Keycloak user: 32 hexadecimal digits, the same for the same person, and useless without the key.
 *
 * @param value lower-case hexadecimal
 */
public record ActorId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public ActorId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("An actor id is 32 hexadecimal digits");
        }
    }

    /** Reads an id; for Spring's conversion of request parameters. */
    public static ActorId of(String text) {
        return new ActorId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
