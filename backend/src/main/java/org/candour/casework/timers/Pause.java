package org.candour.casework.timers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * For a while a clock stood still, as its rule allows; its limits move by the whole days. Days are texts, as ISO 8601 writes them,
 * which no time zone can move.
 *
 * @param from the day it stopped
 * @param to the day it went on; null while it stands still
 * @param recordedAt when somebody recorded that it stopped
 */
@TypeAlias("timer-pause")
public record Pause(String from, @Nullable String to, Instant recordedAt) {
    static Pause since(LocalDate from, Instant recordedAt) {
        return new Pause(from.toString(), null, recordedAt);
    }

    Pause until(LocalDate day) {
        return new Pause(from, day.toString(), recordedAt);
    }

    boolean isOpen() {
        return to == null;
    }

    LocalDate firstDay() {
        return LocalDate.parse(from);
    }

    /** How many days the limits move: none while it stands still. */
    long days() {
        return to == null ? 0 : ChronoUnit.DAYS.between(firstDay(), LocalDate.parse(to));
    }
}
