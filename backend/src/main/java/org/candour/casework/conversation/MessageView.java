package org.candour.casework.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A message, opened.
 *
 * @param role the role its sender wrote in
 * @param body the organisation they wrote for; missing for a victim
 * @param isOwn whether the reader's side sent it
 * @param readAt when the other side first read it; missing while it did not, and where the readers do not say so
 */
public record MessageView(
        UUID id,
        Instant sentAt,
        Role role,
        @Nullable String body,
        boolean isOwn,
        String text,
        @Nullable Instant readAt) {
    static MessageView of(Message message, String text, Side reader) {
        var isOwn = message.side() == reader;
        return new MessageView(
                message.id(),
                message.sentAt(),
                message.role(),
                message.body(),
                isOwn,
                text,
                Optional.ofNullable(message.reading())
                        .filter(reading -> !isOwn || reading.isShown())
                        .map(Reading::at)
                        .orElse(null));
    }

    @Override
    public String toString() {
        return "MessageView[" + id + "]";
    }
}
