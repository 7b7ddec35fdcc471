package org.candour.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When something happened.
 *
 * @param precision how exactly it is known; {@code UNKNOWN} is a value, and asks for no dates
 * @param from the day, or the first day
 * @param to the last day of a range
 */
public record Happened(
        @NotNull Precision precision,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    /** How exactly a date is known. */
    public enum Precision {
        EXACT,
        RANGE,
        UNKNOWN
    }

    @Override
    public String toString() {
        return "Happened[hidden]";
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
