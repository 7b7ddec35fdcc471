package org.candour.casework.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WorkingDaysTests {
    private static final LocalDate FUNERAL = LocalDate.parse("2022-09-19");

    @Test
    void theHolidaysOfTenYearsAreThoseListedByHandAndNoOthers() {
        var listed = lines("bank-holidays.csv").stream()
                .map(line -> LocalDate.parse(line.substring(0, 10)))
                .collect(Collectors.toSet());

        var found = LocalDate.parse("2019-01-01")
                .datesUntil(LocalDate.parse("2029-01-01"))
                .filter(day -> !EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()))
                .filter(TestRules.WORKING_DAYS::isHoliday)
                .toList();

        assertThat(found).containsExactlyInAnyOrderElementsOf(listed).hasSize(83);
    }

    @Test
    void aWeekendIsNoWorkingDay() {
        assertThat(TestRules.WORKING_DAYS.isWorkingDay(LocalDate.parse("2026-06-13")))
                .isFalse();
        assertThat(TestRules.WORKING_DAYS.isWorkingDay(LocalDate.parse("2026-06-14")))
                .isFalse();
        assertThat(TestRules.WORKING_DAYS.isWorkingDay(LocalDate.parse("2026-06-15")))
                .isTrue();
    }

    @Test
    void theOperatorCanAddADayAndTakeOneAway() {
        var proclaimed = LocalDate.parse("2030-06-03");
        var days = new EnglishWorkingDays(
                Map.of(proclaimed, HolidaysFile.Change.ADDED, FUNERAL, HolidaysFile.Change.REMOVED));

        assertThat(days.isWorkingDay(proclaimed)).isFalse();
        assertThat(days.isWorkingDay(FUNERAL)).isTrue();
        assertThat(TestRules.WORKING_DAYS.isWorkingDay(proclaimed)).isTrue();
        assertThat(TestRules.WORKING_DAYS.isWorkingDay(FUNERAL)).isFalse();
    }

    /** The lines of a table of this package, without its comments. */
    static List<String> lines(String table) {
        var path = Path.of("src/test/resources/org/candour/casework/timers", table);
        try (var lines = Files.lines(path)) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
