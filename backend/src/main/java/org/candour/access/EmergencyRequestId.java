package org.candour.access;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/**
 * A request for emergency access.
 *
 * @param value a UUID version 7 (RFC 9562)
 */
public record EmergencyRequestId(UUID value) {
    static EmergencyRequestId next() {
        return new EmergencyRequestId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    /**
     * Reads an id; for Spring's conversion of request parameters.
     *
     * @throws IllegalArgumentException unless it is a UUID, written in full
     */
    public static EmergencyRequestId of(String text) {
        return new EmergencyRequestId(CaseId.of(text).value());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
