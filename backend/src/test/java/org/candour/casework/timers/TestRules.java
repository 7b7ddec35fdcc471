package org.candour.casework.timers;

import static org.candour.casework.timers.WorkingDays.LONDON;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** The rules and the calendar that are shipped; for the tests of this room and of those above. */
public final class TestRules {
    /** As the tests' working directory is the module's. */
    static final Path DIRECTORY = Path.of("../config/timers");

    static final TimerSettings SETTINGS = new TimerSettings(
            DIRECTORY,
            List.of("victims-code.yml", "reviews-and-complaints.yml", "information-law.yml"),
            "holidays.yml");

    static final WorkingDays WORKING_DAYS = new EnglishWorkingDays(HolidaysFile.read(SETTINGS.holidaysFile()));

    private static final RuleBook SHIPPED = new RuleBook(RulesFile.read(SETTINGS.ruleFiles()), WORKING_DAYS);

    private TestRules() {}

    /** The rules that are shipped. */
    public static RuleBook shipped() {
        return SHIPPED;
    }

    /** What a London clock says as an instant, as in 2026-06-12T09:00. */
    public static Instant london(String wallClock) {
        return LocalDateTime.parse(wallClock).atZone(LONDON).toInstant();
    }
}
