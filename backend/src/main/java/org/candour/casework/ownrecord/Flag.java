package org.candour.casework.ownrecord;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * That the case team should look: a code and dates, nothing of what happened.
 *
 * @param about the entry it is about
 * @param seenAt when somebody on the case team did; null until then
 */
@TypeAlias("flag")
record Flag(
        UUID about,
        FlagKind kind,
        Instant raisedAt,
        @Nullable Instant seenAt) {
    Flag seen(Instant now) {
        return seenAt == null ? new Flag(about, kind, raisedAt, now) : this;
    }
}
