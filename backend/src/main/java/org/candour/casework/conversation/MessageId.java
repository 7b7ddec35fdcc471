package org.candour.casework.conversation;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/**
 * A message.
 *
 * @param value a UUID version 7, so that later messages have greater ids
 */
public record MessageId(UUID value) {
    static MessageId next() {
        return new MessageId(Generators.timeBasedEpochRandomGenerator().generate());
    }

    /**
     * Reads an id; for Spring's conversion of request parameters.
     *
     * @throws IllegalArgumentException unless it is a UUID
     */
    public static MessageId of(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) { // Java also reads 1-1-1-1-1
            throw new IllegalArgumentException("A message id is a UUID, written in full");
        }
        return new MessageId(id);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
