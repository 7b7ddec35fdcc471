package org.candour.casework.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.candour.intake.FactDate;
import org.springframework.data.annotation.TypeAlias;

/**
 * That there was a further incident, after which the risk is to be looked at again. What happened is told elsewhere.
 *
 * @param recordedAt to the millisecond
 * @param recordedBy pseudonym
 */
@TypeAlias("risk-incident")
public record Incident(String id, FactDate happenedOn, Instant recordedAt, String recordedBy) {
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** Whether it may lie in these days, both included. One of an unknown date happened at the latest when it was recorded. */
    boolean mayLieIn(LocalDate from, LocalDate to) {
        return !latest().isBefore(from)
                && happenedOn.earliest().filter(to::isBefore).isEmpty();
    }

    /** The last day on which it can have happened. */
    LocalDate latest() {
        return happenedOn.latest().orElseGet(() -> LocalDate.ofInstant(recordedAt, ZONE));
    }

    @Override
    public String toString() {
        return "Incident[hidden]";
    }
}
