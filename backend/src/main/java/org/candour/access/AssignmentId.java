package org.candour.access;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/**
 * An assignment of a case to an advocate.
 *
 * @param value a UUID version 7 (RFC 9562)
 */
public record AssignmentId(UUID value) {
    static AssignmentId next() {
        return new AssignmentId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    /**
     * Reads an id; for Spring's conversion of request parameters.
     *
     * @throws IllegalArgumentException unless it is a UUID, written in full
     */
    public static AssignmentId of(String text) {
        return new AssignmentId(CaseId.of(text).value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
