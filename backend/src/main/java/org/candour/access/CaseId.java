package org.candour.access;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/**
 * A case.
 *
 * @param value a UUID version 7 (RFC 9562): 48 bits of time, 74 of chance
 */
public record CaseId(UUID value) {
    /** A new id. */
    public static CaseId next() {
        return new CaseId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    /**
     * Reads an id; for Spring's conversion of request parameters.
     *
     * @throws IllegalArgumentException unless it is a UUID
     */
    public static CaseId of(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) { // Java also reads 1-1-1-1-1
            throw new IllegalArgumentException("A case id is a UUID, written in full");
        }
        return new CaseId(id);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
