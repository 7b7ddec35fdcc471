package org.candour.custody;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/**
 * The id of a custodians' order.
 *
 * @param value a UUID version 7
 */
public record OrderId(UUID value) {
    static OrderId next() {
        return new OrderId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    /**
     * Reads an id; for Spring's conversion of path variables.
     *
     * @throws IllegalArgumentException unless it is a UUID
     */
    public static OrderId of(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) { // Java also reads 1-1-1-1-1
            throw new IllegalArgumentException("An order's id is a UUID, written in full");
        }
        return new OrderId(id);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
