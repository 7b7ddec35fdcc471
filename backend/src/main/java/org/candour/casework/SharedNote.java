package org.candour.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note that was shared with the victim, opened for them. Who wrote it is said as the organisation.
 *
 * @param sharedAt when it was first shown to them
 * @param body the organisation of whoever wrote it
 */
public record SharedNote(
        String id,
        Instant writtenAt,
        Instant sharedAt,
        @Nullable String body,
        String text) {
    @Override
    public String toString() {
        return "SharedNote[hidden]";
    }
}
