package org.candour.casework.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a case should be put before a MARAC by numbers; a professional's judgement is enough without any (DOMAIN section 7).
 *
 * @param tool whose score counts
 * @param score the local threshold
 * @param incidents so many within {@code months}
 * @param effectiveTo its last day, if there is one
 */
record MaracEntry(
        String tool, int score, int incidents, int months, LocalDate effectiveFrom, Optional<LocalDate> effectiveTo) {
    boolean holdsOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && effectiveTo.filter(day::isAfter).isEmpty();
    }

    boolean isScoreReached(Tool scored, int reached) {
        return scored.code().equals(tool) && reached >= score;
    }

    /**
     * Whether there were so many incidents in the months up to a day, the same day of the first month included. One that may
     * lie outside counts: to ask once too often is the smaller harm.
     */
    boolean isEscalated(List<Incident> all, LocalDate on) {
        var since = on.minusMonths(months);
        return all.stream().filter(incident -> incident.mayLieIn(since, on)).count() >= incidents;
    }

    @Override
    public String toString() {
        return "MaracEntry[" + tool + "]";
    }
}
