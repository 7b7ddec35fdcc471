package org.candour.casework.proceedings;

import java.util.UUID;

/**
 * An alarm: of which kind, about which allegation.
 *
 * @param allegation its id
 */
public record AlarmId(AlarmKind kind, UUID allegation) {
    /**
     * Reads an id; for Spring's conversion of request parameters.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static AlarmId of(String text) {
        var at = text.indexOf('.');
        if (at < 0) {
            throw new IllegalArgumentException("An alarm's id is its kind, a full stop and the id of an allegation");
        }
        return new AlarmId(AlarmKind.valueOf(text.substring(0, at)), UUID.fromString(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return kind + "." + allegation;
    }
}
