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
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
