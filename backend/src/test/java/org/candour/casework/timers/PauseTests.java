package org.candour.casework.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.candour.casework.timers.TestRules.london;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.candour.casework.timers.Evidence.Agreement;
import org.candour.casework.timers.Evidence.Channel;
import org.candour.casework.timers.Evidence.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock of a subject access request may stand still for clarification or proof of identity (DOMAIN 2.4). */
class PauseTests {
    private static final RuleBook RULES = TestRules.shipped();
    private static final Instant MUCH_LATER = london("2029-06-01T12:00");

    private static RightsClock asked(String day) {
        return RightsClock.untouched()
                .start(
                        Happening.on(UUID.randomUUID(), Trigger.SUBJECT_ACCESS_ASKED, LocalDate.parse(day)),
                        RULES,
                        london(day + "T12:00"));
    }

    private static Timer only(RightsClock clock) {
        return clock.timers().get(0);
    }

    private static RightsClock paused(RightsClock clock, String from) {
        return clock.pause(only(clock).id(), LocalDate.parse(from), RULES, MUCH_LATER);
    }

    private static RightsClock unpaused(RightsClock clock, String to) {
        return clock.unpause(only(clock).id(), LocalDate.parse(to), RULES, MUCH_LATER);
    }

    /** Worked out by hand: month ends, a leap day, both changes of the clocks, the turn of the year. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-31, 2026-11-10, 2026-11-15, 2026-12-05",
        "2027-01-31, 2027-02-20, 2027-02-25, 2027-03-05",
        "2028-01-31, 2028-02-28, 2028-03-01, 2028-03-02",
        "2027-03-01, 2027-03-20, 2027-03-30, 2027-04-11",
        "2026-10-01, 2026-10-20, 2026-10-27, 2026-11-08",
        "2026-12-01, 2026-12-20, 2027-01-10, 2027-01-22",
        "2026-11-02, 2026-11-09, 2026-11-09, 2026-12-02",
        "2026-11-02, 2026-12-02, 2026-12-12, 2026-12-12"
    })
    void theLimitMovesByTheWholeDaysItStoodStill(String asked, String from, String to, String due) {
        var moved = unpaused(paused(asked(asked), from), to);

        assertThat(only(moved).due()).contains(london(due + "T23:59:59"));
    }

    @Test
    void theExtensionMovesAsWell() {
        var moved = unpaused(paused(asked("2026-10-31"), "2026-11-10"), "2026-11-15");

        assertThat(only(moved).dates().extendableTo()).isEqualTo(london("2027-02-05T23:59:59"));
    }

    @Test
    void severalPausesAddUp() {
        var once = unpaused(paused(asked("2026-11-02"), "2026-11-09"), "2026-11-12");

        var twice = unpaused(paused(once, "2026-11-12"), "2026-11-19");

        assertThat(only(twice).due()).contains(london("2026-12-12T23:59:59"));
        assertThat(only(twice).pauses().all()).hasSize(2);
    }

    @Test
    void whileItStandsStillNothingIsMissedNorInTheBreachRegister() {
        var still = paused(asked("2026-11-02"), "2026-11-09");

        assertThat(only(still).stateAt(MUCH_LATER)).isEqualTo(TimerState.RUNNING);
        assertThat(only(still).due()).isEmpty();
        assertThat(still.overdueFrom()).isNull();
        assertThat(still.read(MUCH_LATER, RULES).breaches()).isEmpty();
        assertThat(still.read(MUCH_LATER, RULES).forVictim())
                .extracting(Expectation::standing)
                .containsExactly(Expectation.Standing.EXPECTED_SOME_TIME);
    }

    @Test
    void theBreachRegisterJudgesByTheMovedDay() {
        var moved = unpaused(paused(asked("2026-11-02"), "2026-11-09"), "2026-11-19");

        assertThat(moved.overdueFrom()).isEqualTo(london("2026-12-12T23:59:59"));
        assertThat(moved.read(london("2026-12-12T23:00"), RULES).breaches()).isEmpty();
        assertThat(moved.read(london("2026-12-13T00:00"), RULES).breaches()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-12T12:00, MET", "2026-12-13T00:00, MET_LATE"})
    void anAnswerIsInTimeOrLateByTheMovedDay(String answered, TimerState state) {
        var moved = unpaused(paused(asked("2026-11-02"), "2026-11-09"), "2026-11-19");

        assertThat(only(answered(moved, answered)).state()).isEqualTo(state);
    }

    @Test
    void anAnswerWhileTheClockStandsStillIsInTime() {
        var still = paused(asked("2026-11-02"), "2026-11-09");

        assertThat(only(answered(still, "2027-02-01T12:00")).state()).isEqualTo(TimerState.MET);
    }

    private static RightsClock answered(RightsClock clock, String at) {
        var evidence = new Evidence(london(at), Channel.LETTER, Party.OTHER_BODY, Party.VICTIM, Agreement.YES);
        return clock.meet(only(clock).id(), evidence, RULES, MUCH_LATER);
    }

    @Test
    void aChangeOfTierLeavesTheMovedDay() {
        var moved = unpaused(paused(asked("2026-11-02"), "2026-11-09"), "2026-11-19");

        assertThat(only(moved.changeTier(Tier.STANDARD, RULES, london("2026-11-20T12:00")))
                        .due())
                .contains(london("2026-12-12T23:59:59"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-01", "2026-12-03"})
    void itStopsOnNoDayOutsideItsTime(String from) {
        var clock = asked("2026-11-02");

        assertThatExceptionOfType(PauseRefused.class)
                .isThrownBy(() -> paused(clock, from))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("from"));
    }

    @Test
    void itGoesOnOnNoDayBeforeItStoppedNorStopsBeforeItWentOn() {
        var still = paused(asked("2026-11-02"), "2026-11-09");
        var moved = unpaused(still, "2026-11-19");

        assertThatExceptionOfType(PauseRefused.class).isThrownBy(() -> unpaused(still, "2026-11-08"));
        assertThatExceptionOfType(PauseRefused.class).isThrownBy(() -> paused(moved, "2026-11-18"));
    }

    @Test
    void whatStandsStillCanOnlyGoOnAndWhatRunsOnlyStop() {
        var clock = asked("2026-11-02");
        var still = paused(clock, "2026-11-09");

        assertThatExceptionOfType(PauseConflict.class)
                .isThrownBy(() -> paused(still, "2026-11-10"))
                .satisfies(conflict -> {
                    assertThat(conflict.current()).isEqualTo("STANDS_STILL");
                    assertThat(conflict.allowed()).containsExactly("RUNNING");
                });
        assertThatExceptionOfType(PauseConflict.class)
                .isThrownBy(() -> clock.unpause(
                        only(clock).id(), LocalDate.parse("2026-11-10"), RULES, london("2026-11-20T12:00")))
                .satisfies(conflict -> {
                    assertThat(conflict.current()).isEqualTo("RUNNING");
                    assertThat(conflict.allowed()).containsExactly("STANDS_STILL");
                });
    }

    @Test
    void whatIsClosedNeitherStopsNorGoesOn() {
        var met = answered(asked("2026-11-02"), "2026-11-20T12:00");
        var metStill = answered(paused(asked("2026-11-02"), "2026-11-09"), "2026-11-20T12:00");

        assertThatExceptionOfType(PauseConflict.class)
                .isThrownBy(() -> paused(met, "2026-11-09"))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo("MET"));
        assertThatExceptionOfType(PauseConflict.class)
                .isThrownBy(() -> unpaused(metStill, "2026-11-21"))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo("MET"));
        assertThat(only(metStill).due()).contains(london("2026-12-02T23:59:59"));
    }

    @Test
    void aClockWhoseRuleKnowsNoPauseDoesNotStop() {
        var arrest = new Happening(UUID.randomUUID(), Trigger.SUSPECT_ARRESTED, london("2026-11-02T09:00"), null);
        var clock = RightsClock.untouched().start(arrest, RULES, london("2026-11-02T12:00"));

        assertThatExceptionOfType(PauseConflict.class)
                .isThrownBy(() -> paused(clock, "2026-11-02"))
                .satisfies(conflict -> assertThat(conflict.allowed()).isEmpty());
    }

    @Property
    void aPauseMovesTheLimitByExactlyItsDays(
            @ForAll @IntRange(max = 1_500) int asked,
            @ForAll @IntRange(max = 27) int from,
            @ForAll @IntRange(max = 400) int days) {
        var start = LocalDate.of(2024, 1, 1).plusDays(asked);
        var clock = asked(start.toString());
        var stop = start.plusDays(from);

        var moved = clock.pause(only(clock).id(), stop, RULES, MUCH_LATER)
                .unpause(only(clock).id(), stop.plusDays(days), RULES, MUCH_LATER);

        var due = LocalDate.ofInstant(only(clock).due().orElseThrow(), WorkingDays.LONDON);
        assertThat(only(moved).due()).contains(Limit.endOf(due.plusDays(days)));
    }
}
