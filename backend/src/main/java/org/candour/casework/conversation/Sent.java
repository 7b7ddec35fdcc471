package org.candour.casework.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * That a message is in.
 *
 * @param isRepeat whether it was in before
 */
public record Sent(UUID id, Instant sentAt, boolean isRepeat) {
    static Sent of(Message message, boolean isRepeat) {
        return new Sent(message.id(), message.sentAt(), isRepeat);
    }
}
