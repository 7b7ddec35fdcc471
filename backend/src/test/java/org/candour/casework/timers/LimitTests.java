package org.candour.casework.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.candour.casework.timers.TestRules.WORKING_DAYS;
import static org.candour.casework.timers.TestRules.london;
import static org.candour.casework.timers.WorkingDays.LONDON;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LimitTests {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(files = "src/test/resources/org/candour/casework/timers/due-dates.csv", commentCharacter = '#')
    void dueDatesAreThoseWorkedByHand(String what, String start, String limit, OffsetDateTime due) {
        assertThat(limit(limit).dueAfter(london(start), WORKING_DAYS)).as(what).isEqualTo(due.toInstant());
    }

    private static Limit limit(String written) {
        var parts = written.split(" ", 2);
        var itself = parts[1].endsWith("*");
        return new Limit(Integer.parseInt(parts[0]), Limit.Unit.valueOf(parts[1].replace("*", "")), itself);
    }

    @Test
    void aLimitThatNoRuleCanMeanIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.of(-1, Limit.Unit.DAYS));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(0, Limit.Unit.DAYS, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(2, Limit.Unit.WORKING_DAYS, true));
    }

    @Property(tries = 500)
    void whatIsCountedInWorkingDaysIsDueOnOneWithSoManyBetween(
            @ForAll("moments") Instant start, @ForAll @IntRange(min = 1, max = 60) int amount) {
        var due = day(Limit.of(amount, Limit.Unit.WORKING_DAYS).dueAfter(start, WORKING_DAYS));

        assertThat(WORKING_DAYS.isWorkingDay(due)).isTrue();
        assertThat(day(start).plusDays(1).datesUntil(due.plusDays(1)).filter(WORKING_DAYS::isWorkingDay))
                .hasSize(amount);
    }

    @Property(tries = 500)
    void whatBeginsLaterIsNeverDueEarlier(
            @ForAll("moments") Instant start,
            @ForAll @IntRange(max = 200) int hours,
            @ForAll @IntRange(max = 40) int amount,
            @ForAll Limit.Unit unit) {
        var limit = Limit.of(amount, unit);

        assertThat(limit.dueAfter(start.plus(hours, ChronoUnit.HOURS), WORKING_DAYS))
                .isAfterOrEqualTo(limit.dueAfter(start, WORKING_DAYS));
    }

    @Property(tries = 200)
    void enhancedIsNeverLaterThanStandard(@ForAll("moments") Instant start) {
        assertThat(TestRules.shipped().all()).allSatisfy(rule -> {
            var enhanced = rule.term(Tier.ENHANCED).due(start, WORKING_DAYS);
            var standard = rule.term(Tier.STANDARD).due(start, WORKING_DAYS);
            assertThat(enhanced.isPresent()).isEqualTo(standard.isPresent());
            assertThat(enhanced.orElse(Instant.EPOCH)).isBeforeOrEqualTo(standard.orElse(Instant.EPOCH));
        });
    }

    @Property(tries = 200)
    void aDayEndsAtOneSecondToMidnightInLondon(
            @ForAll("moments") Instant start, @ForAll @IntRange(max = 40) int amount) {
        var due = Limit.of(amount, Limit.Unit.DAYS).dueAfter(start, WORKING_DAYS);

        assertThat(LocalDateTime.ofInstant(due, LONDON))
                .isEqualTo(day(start).plusDays(amount).atTime(23, 59, 59));
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2019-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2030-12-31T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, LONDON);
    }
}
