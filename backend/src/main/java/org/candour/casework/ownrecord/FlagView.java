package org.candour.casework.ownrecord;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A flag, for the case team.
 *
 * @param id the entry it is about
 * @param seenAt when somebody on the case team looked; missing until then
 */
public record FlagView(
        UUID id, FlagKind kind, Instant raisedAt, @Nullable Instant seenAt) {
    static FlagView of(Flag flag) {
        return new FlagView(flag.about(), flag.kind(), flag.raisedAt(), flag.seenAt());
    }
}
