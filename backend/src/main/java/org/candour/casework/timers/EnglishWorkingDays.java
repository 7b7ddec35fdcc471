package org.candour.casework.timers;

import static de.focus_shift.jollyday.core.HolidayCalendar.UNITED_KINGDOM;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Map;

/** The bank holidays of England and Wales as Jollyday knows them, with what the operator has changed. */
final class EnglishWorkingDays implements WorkingDays {
    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create(UNITED_KINGDOM));
    private final Map<LocalDate, HolidaysFile.Change> changes;

    EnglishWorkingDays(Map<LocalDate, HolidaysFile.Change> changes) {
        this.changes = changes;
    }

    @Override
    public boolean isHoliday(LocalDate day) {
        var change = changes.get(day);
        return change == null ? holidays.isHoliday(day, "eng") : change == HolidaysFile.Change.ADDED;
    }
}
