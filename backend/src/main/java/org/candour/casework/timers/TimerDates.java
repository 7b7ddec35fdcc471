package org.candour.casework.timers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * From when to when a timer runs.
 *
 * @param startedAt from when; null if nobody knows
 * @param dueAt the last instant in time; null if the rule gives no number or nobody knows the start
 * @param normallyBy when it is normally done, within {@code dueAt}
 * @param extendableTo how far a reason may extend it
 */
@TypeAlias("timer-dates")
public record TimerDates(
        @Nullable Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant normallyBy,
        @Nullable Instant extendableTo) {
    /** What a term gives that runs since then. */
    static TimerDates of(@Nullable Instant start, Term term, WorkingDays workingDays) {
        if (start == null) {
            return new TimerDates(null, null, null, null);
        }
        return new TimerDates(
                start,
                term.due(start, workingDays).orElse(null),
                term.normal().map(limit -> limit.dueAfter(start, workingDays)).orElse(null),
                term.extension()
                        .map(limit -> limit.dueAfter(start, workingDays))
                        .orElse(null));
    }

    TimerDates due(Instant agreed) {
        return new TimerDates(startedAt, agreed, normallyBy, extendableTo);
    }

    TimerDates extended() {
        return new TimerDates(startedAt, extendableTo, normallyBy, null);
    }

    /** Limits that lie so many days later, each at the end of its day. */
    TimerDates moved(long days) {
        return days == 0
                ? this
                : new TimerDates(startedAt, later(dueAt, days), later(normallyBy, days), later(extendableTo, days));
    }

    private static @Nullable Instant later(@Nullable Instant limit, long days) {
        return limit == null
                ? null
                : Limit.endOf(LocalDate.ofInstant(limit, WorkingDays.LONDON).plusDays(days));
    }
}
