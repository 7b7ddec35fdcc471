package org.candour.api;

import java.util.regex.Pattern;

/**
 * The version of a resource, as its ETag says it: a strong validator, one number in quotes (RFC 9110 section 8.8.3).
 *
 * @param value from 0
 */
record Version(long value) {
    private static final Pattern FORM = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    public static Version of(String header) {
        var form = FORM.matcher(header.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("one version in quotes, as the ETag gave it");
        }
        return new Version(Long.parseLong(form.group(1)));
    }

    String toETag() {
        return "\"" + value + "\"";
    }
}
