package org.candour.casework.timers;

import static org.candour.casework.timers.WorkingDays.LONDON;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A counted limit.
 *
 * @param amount how many, 0 or more
 * @param unit of what
 * @param fromTheDayItself whether the day of the event counts as day 1, where it is otherwise day 0
 */
public record Limit(int amount, Unit unit, boolean fromTheDayItself) {
    /** What is counted. */
    public enum Unit {
        /** Calendar days. */
        DAYS,
        /** Working days of England and Wales. */
        WORKING_DAYS,
        /** Calendar months; a day that the month lacks becomes its last. */
        MONTHS,
        /** Calendar years; 29 February becomes 28 February. */
        YEARS,
        /** Hours as they pass, whatever the clocks do. */
        HOURS
    }

    /** Refuses what no rule can mean. */
    public Limit {
        if (amount < 0 || (fromTheDayItself && (!isOfTheCalendar(unit) || amount == 0))) {
            throw new IllegalArgumentException("No such limit");
        }
    }

    /** So many of a unit, the day of the event being day 0. */
    public static Limit of(int amount, Unit unit) {
        return new Limit(amount, unit, false);
    }

    /** The last instant within the limit: for hours to the second, otherwise 23:59:59 in London on the last day. */
    public Instant dueAfter(Instant start, WorkingDays workingDays) {
        if (unit == Unit.HOURS) {
            return start.plus(Duration.ofHours(amount));
        }
        return endOf(lastDay(LocalDate.ofInstant(start, LONDON), workingDays));
    }

    private LocalDate lastDay(LocalDate start, WorkingDays workingDays) {
        return switch (unit) {
            case WORKING_DAYS -> workingDays.after(start, amount);
            case DAYS -> start.plusDays(amount).minusDays(before());
            case MONTHS -> start.plusMonths(amount).minusDays(before());
            case YEARS -> start.plusYears(amount).minusDays(before());
            case HOURS -> throw new IllegalStateException("Hours are counted from the instant");
        };
    }

    private int before() {
        return fromTheDayItself ? 1 : 0;
    }

    private static boolean isOfTheCalendar(Unit unit) {
        return unit == Unit.DAYS || unit == Unit.MONTHS || unit == Unit.YEARS;
    }

    /** Whether the day of the event can be day 1 of it. */
    boolean mayCountTheDayItself() {
        return isOfTheCalendar(unit) && amount > 0;
    }

    /** The same limit with the day of the event as day 1. */
    Limit countingTheDayItself() {
        return new Limit(amount, unit, true);
    }

    /** 23:59:59 in London on that day. */
    static Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59)).atZone(LONDON).toInstant();
    }
}
