package org.candour.casework.timers;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a rule gives.
 *
 * @param kind how the source says it
 * @param earliestOf the counted limits, of which the earliest decides; empty unless {@code kind} is {@link Kind#COUNTED}
 * @param normally what is normal within the limit, if the source says so
 * @param extendableTo how far the limit reaches once a reason has been given, if the source says so
 */
public record Term(
        Kind kind,
        List<Limit> earliestOf,
        @Nullable Limit normally,
        @Nullable Limit extendableTo) {
    /** How a source gives a limit. */
    public enum Kind {
        /** A number. */
        COUNTED,
        /** What victim and duty holder agreed. */
        AS_AGREED,
        /** "Without unjustified delay" and the like: no number, and none is invented. */
        WITHOUT_DELAY,
        /** No limit was seen in the source. */
        NOT_STATED
    }

    /** Keeps a copy. */
    public Term {
        earliestOf = List.copyOf(earliestOf);
    }

    /** Counted limits, of which the earliest decides. */
    public static Term counted(Limit... earliestOf) {
        return new Term(Kind.COUNTED, List.of(earliestOf), null, null);
    }

    /** The last instant in time, if the term is counted. */
    Optional<Instant> due(Instant start, WorkingDays workingDays) {
        return earliestOf.stream()
                .map(limit -> limit.dueAfter(start, workingDays))
                .min(Comparator.naturalOrder());
    }

    Optional<Limit> normal() {
        return Optional.ofNullable(normally);
    }

    Optional<Limit> extension() {
        return Optional.ofNullable(extendableTo);
    }
}
