package org.candour.casework.timers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A happening as an advocate sees it.
 *
 * @param at when; missing if nobody knows
 * @param agreedDays within how many days the next contact was agreed, if it was
 * @param recordedAt when it was told here
 */
public record HappeningView(
        UUID id,
        Trigger trigger,
        @Nullable Instant at,
        @Nullable Integer agreedDays,
        Instant recordedAt) {
    /** The view of one. */
    public static HappeningView of(KnownHappening known) {
        var happening = known.happening();
        return new HappeningView(
                happening.id(), happening.trigger(), happening.at(), happening.agreedDays(), known.recordedAt());
    }
}
