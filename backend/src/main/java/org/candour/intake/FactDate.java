package org.candour.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * The date of a fact: when something happened, or when a body came to know of it.
 *
 * @param precision how exactly it is known; {@code UNKNOWN} is a value, and asks for no days
 * @param from the day, or the first day
 * @param to the last day of a range
 */
@TypeAlias("fact-date")
public record FactDate(
        @NotNull Precision precision,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** How exactly a date is known. */
    public enum Precision {
        EXACT,
        RANGE,
        UNKNOWN
    }

    /** Whether something that has this date was so on a day. */
    public enum Reached {
        YES,
        NO,
        UNKNOWN
    }

    /** A date that nobody knows. */
    public static FactDate unknown() {
        return new FactDate(Precision.UNKNOWN, null, null);
    }

    /** One day. */
    public static FactDate exactly(LocalDate day) {
        return new FactDate(Precision.EXACT, day, null);
    }

    /** Some day from {@code from} to {@code to}, both included. */
    public static FactDate between(LocalDate from, LocalDate to) {
        return new FactDate(Precision.RANGE, from, to);
    }

    /** Whether it had come by the end of {@code day}: {@code UNKNOWN} within a range that is not over, and for an unknown date. */
    public Reached by(LocalDate day) {
        var earliest = earliest();
        var latest = latest();
        if (earliest.isEmpty() || latest.isEmpty()) {
            return Reached.UNKNOWN;
        }
        if (!latest.get().isAfter(day)) {
            return Reached.YES;
        }
        return earliest.get().isAfter(day) ? Reached.NO : Reached.UNKNOWN;
    }

    /** The first day it can be; empty if unknown. */
    public Optional<LocalDate> earliest() {
        return Optional.ofNullable(from);
    }

    /** The last day it can be; empty if unknown. */
    public Optional<LocalDate> latest() {
        return precision == Precision.RANGE ? Optional.ofNullable(to) : Optional.ofNullable(from);
    }

    @Override
    public String toString() {
        return "FactDate[hidden]";
    }

    @AssertTrue(message = "EXACT needs from alone; RANGE needs from and to, in order; UNKNOWN needs neither")
    @Schema(hidden = true)
    boolean isConsistent() {
        if (precision == null) {
            return true; // reported as missing already
        }
        return switch (precision) {
            case EXACT -> from != null && to == null;
            case RANGE -> from != null && to != null && !to.isBefore(from);
            case UNKNOWN -> from == null && to == null;
        };
    }
}
