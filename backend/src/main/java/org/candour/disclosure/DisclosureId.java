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
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) { // Java also reads 1-1-1-1-1
            throw new IllegalArgumentException("A disclosure id is a UUID, written in full");
        }
        return new DisclosureId(id);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
