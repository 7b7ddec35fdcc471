package org.candour.casework.timers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The working days of England and Wales: every day but Saturday, Sunday, Christmas Day, Good Friday and the bank holidays there
 * (the definition of SI 2018/748 reg 2).
 */
public interface WorkingDays {
    /** Where a day of these rules begins and ends. */
    ZoneId LONDON = ZoneId.of("Europe/London");

    /** Whether nobody works that day although it is no Saturday or Sunday; on a weekend the answer means nothing. */
    boolean isHoliday(LocalDate day);

    /** Whether it is a working day. */
    default boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /** The so-manieth working day after this one, which is day 0 itself, working day or not. */
    default LocalDate after(LocalDate dayZero, int workingDays) {
        var day = dayZero;
        for (var counted = 0; counted < workingDays; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }
}
