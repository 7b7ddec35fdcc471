package org.candour.casework.chronology;

import java.time.Instant;
import org.candour.intake.FactDate;
import org.springframework.data.annotation.TypeAlias;

/**
 * Our record that a body came to know of a fact. A later one about the same body and fact replaces it, from its own
 * {@code recordedAt} on.
 *
 * @param body the id of the body, or {@code UNKNOWN}
 * @param knownOn when it came to know
 * @param recordedAt when that was recorded here, to the millisecond
 * @param recordedBy pseudonym
 */
@TypeAlias("body-knew")
public record BodyKnew(String body, FactDate knownOn, Instant recordedAt, String recordedBy) {
    @Override
    public String toString() {
        return "BodyKnew[hidden]";
    }
}
