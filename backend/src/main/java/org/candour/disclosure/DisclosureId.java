package org.candour.disclosure;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/**
 * A disclosure.
 *
 * @param value a UUID version 7
 */
public record DisclosureId(UUID value) {
    static DisclosureId next() {
        return new DisclosureId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    /**
     * Reads an id; for Spring's conversion of request parameters.
     *
     * @throws IllegalArgumentException unless it is a UUID
     */
    public static DisclosureId of(String text) {
        return new DisclosureId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
