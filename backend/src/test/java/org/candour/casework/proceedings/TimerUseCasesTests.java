package org.candour.casework.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.candour.casework.timers.TestRules.london;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.access.RoleMissing;
import org.candour.access.TestAccess;
import org.candour.casework.VersionConflict;
import org.candour.casework.proceedings.JudgeTimer.Verdict;
import org.candour.casework.proceedings.StartTimer.NewHappening;
import org.candour.casework.timers.Evidence;
import org.candour.casework.timers.EvidenceRefused;
import org.candour.casework.timers.Judgement.ReasonCode;
import org.candour.casework.timers.NoSuchTimer;
import org.candour.casework.timers.TestRules;
import org.candour.casework.timers.Tier;
import org.candour.casework.timers.TimerConflict;
import org.candour.casework.timers.TimerState;
import org.candour.casework.timers.TimerView;
import org.candour.casework.timers.Trigger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TimerUseCasesTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final ProceedingsRegister REGISTER = new TestProceedings(ACCESS).register;
    private static final ViewTimers VIEW = new ViewTimers(ACCESS.gate, REGISTER, TestRules.shipped(), ACCESS.clock);
    private static final ViewExpectations EXPECT =
            new ViewExpectations(ACCESS.gate, TestProceedings.expectations(ACCESS));
    private static final StartTimer START = new StartTimer(ACCESS.gate, REGISTER, TestRules.shipped(), ACCESS.clock);
    private static final JudgeTimer JUDGE = new JudgeTimer(ACCESS.gate, REGISTER, TestRules.shipped(), ACCESS.clock);
    private static final ListBreaches BREACHES =
            new ListBreaches(ACCESS.gate, REGISTER, TestRules.shipped(), ACCESS.clock);

    private final Actor advocate = ACCESS.advocate();
    private final Actor victim = ACCESS.victim();
    private final CaseId id = granted();

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private CaseId granted() {
        var caseId = ACCESS.entered(victim);
        ACCESS.grant(caseId, advocate);
        return caseId;
    }

    private long record(Trigger trigger, String day, long version) {
        return START.record(id, told(trigger, day), version, advocate);
    }

    private static NewHappening told(Trigger trigger, String day) {
        return new NewHappening(trigger, LocalDate.parse(day), null, null, null);
    }

    private TimerView only() {
        return VIEW.view(id, advocate).timers().get(0);
    }

    private static Evidence letter(String wallClock) {
        return new Evidence(
                london(wallClock),
                Evidence.Channel.LETTER,
                Evidence.Party.POLICE,
                Evidence.Party.VICTIM,
                Evidence.Agreement.YES);
    }

    @Test
    void aTimerOutlivesTheStoreWithItsDates() {
        record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-11-16", 0);

        assertThat(only().startedAt()).isEqualTo(london("2026-11-16T00:00"));
        assertThat(only().dueAt()).isEqualTo(london("2026-11-30T23:59:59"));
        assertThat(only().state()).isEqualTo(TimerState.RUNNING);
        assertThat(only().rule()).hasToString("VC12-COMP@2021-04-01");
        assertThat(VIEW.view(id, advocate).tier()).isEqualTo(Tier.ENHANCED);
    }

    @Test
    void evidenceIsKeptWithWhoToldWhom() {
        var version = record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-11-02", 0);

        JUDGE.meet(id, only().id(), letter("2026-11-16T10:00"), version, advocate);

        assertThat(only().state()).isEqualTo(TimerState.MET);
        assertThat(only().judgements())
                .singleElement()
                .satisfies(judgement -> assertThat(judgement.evidence()).isEqualTo(letter("2026-11-16T10:00")));
    }

    @Test
    void whatWasToldWronglyIsToldAgainAndTheViewShowsWhatHolds() {
        var version = record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-10-02", 0);
        var wrong = VIEW.view(id, advocate).happenings().get(0).id();
        assertThat(only().state()).isEqualTo(TimerState.MISSED);

        START.record(
                id,
                new NewHappening(Trigger.CODE_COMPLAINT_RECEIVED, LocalDate.parse("2026-11-20"), null, null, wrong),
                version,
                advocate);

        assertThat(VIEW.view(id, advocate).timers())
                .extracting(TimerView::state)
                .containsExactly(TimerState.SUPERSEDED, TimerState.RUNNING);
        assertThat(VIEW.view(id, advocate).happenings())
                .singleElement()
                .satisfies(holds -> assertThat(holds.at()).isEqualTo(london("2026-11-20T00:00")));
    }

    @Test
    void whatNeverHappenedIsTakenBackOnce() {
        var version = record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-10-02", 0);
        var wrong = only().happening();

        var after = START.takeBack(id, wrong, version, advocate);

        assertThat(only().state()).isEqualTo(TimerState.SUPERSEDED);
        assertThat(only().breach()).isFalse();
        assertThat(VIEW.view(id, advocate).happenings()).isEmpty();
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> START.takeBack(id, wrong, after, advocate));
        assertThatExceptionOfType(HappeningRefused.class)
                .isThrownBy(() -> START.record(
                        id,
                        new NewHappening(Trigger.CODE_COMPLAINT_RECEIVED, null, null, null, wrong),
                        after,
                        advocate))
                .satisfies(refused -> assertThat(refused.rule()).isEqualTo(HappeningRefused.Rule.NOT_TOLD));
    }

    @Test
    void whoeverHasNoGrantIsToldThatThereIsNothingAndNothingIsStored() {
        var version = record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-11-02", 0);
        var timer = only().id();

        for (var other : List.of(ACCESS.advocate(), ACCESS.investigator(), ACCESS.commissioner(), victim)) {
            assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> VIEW.view(id, other));
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> JUDGE.meet(id, timer, letter("2026-11-16T10:00"), version, other));
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> START.changeTier(id, Tier.STANDARD, version, other));
        }
        assertThat(VIEW.view(id, advocate).version()).isEqualTo(version);
    }

    @Test
    void aVictimSeesWhatTheyMayExpectInTheirOwnCaseAlone() {
        record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-11-16", 0);

        assertThat(EXPECT.view(id, victim)).hasSize(1);
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> EXPECT.view(id, ACCESS.victim()));
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> EXPECT.view(id, advocate));
    }

    @Test
    void whatAnotherHasChangedMeanwhileIsRefusedWithTheVersionItIsAt() {
        var version = record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-11-02", 0);
        var timer = only().id();

        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> JUDGE.judge(id, timer, Verdict.UNKNOWN, Optional.empty(), version - 1, advocate))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo(version));
        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> record(Trigger.EXPENSES_CLAIMED, "2026-11-02", 0));
        assertThat(VIEW.view(id, advocate).timers()).hasSize(1);
    }

    @Test
    void whatATrackTellsIsNotToldHere() {
        for (var trigger : List.of(Trigger.SUSPECT_ARRESTED, Trigger.MANDATORY_REFERRAL_CLEAR, Trigger.CHARGED)) {
            assertThatExceptionOfType(HappeningRefused.class)
                    .isThrownBy(() -> record(trigger, "2026-11-02", 0))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("trigger"));
        }
        assertThat(VIEW.view(id, advocate).version()).isZero();
    }

    @Test
    void whatHasNotComeYetStartsNothing() {
        assertThatExceptionOfType(HappeningRefused.class)
                .isThrownBy(() -> record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-11-23", 0))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("on"));
    }

    @Test
    void aReasonIsNeededWhereOneIsClaimed() {
        var version = record(Trigger.SUBJECT_ACCESS_ASKED, "2026-11-02", 0);
        var timer = only().id();

        for (var verdict : List.of(Verdict.REASON_GIVEN, Verdict.EXTENDED)) {
            assertThatExceptionOfType(HappeningRefused.class)
                    .isThrownBy(() -> JUDGE.judge(id, timer, verdict, Optional.empty(), version, advocate))
                    .satisfies(refused -> assertThat(refused.field()).isEqualTo("reason"));
        }
        assertThat(VIEW.view(id, advocate).version()).isEqualTo(version);
    }

    @Test
    void everyVerdictThatIsPossibleFromARunningTimerIsRecorded() {
        for (var verdict : Verdict.values()) {
            var caseId = granted();
            var version = START.record(caseId, told(Trigger.SUBJECT_ACCESS_ASKED, "2026-11-02"), 0, advocate);
            var timer = VIEW.view(caseId, advocate).timers().get(0).id();
            if (verdict == Verdict.RESUMED) {
                assertThatExceptionOfType(TimerConflict.class)
                        .isThrownBy(() -> JUDGE.judge(caseId, timer, verdict, reason(), version, advocate));
            } else {
                assertThat(JUDGE.judge(caseId, timer, verdict, reason(), version, advocate))
                        .isEqualTo(version + 1);
            }
        }
    }

    private static Optional<ReasonCode> reason() {
        return Optional.of(ReasonCode.COMPLEX);
    }

    @Test
    void aClockStopsAndGoesOnAndItsLimitOutlivesTheStore() {
        var version = record(Trigger.SUBJECT_ACCESS_ASKED, "2026-11-02", 0);
        var still = JUDGE.pause(id, only().id(), LocalDate.parse("2026-11-09"), version, advocate);
        assertThat(only().dueAt()).isNull();
        assertThat(only().pauses()).hasSize(1);

        JUDGE.unpause(id, only().id(), LocalDate.parse("2026-11-19"), still, advocate);

        assertThat(only().dueAt()).isEqualTo(london("2026-12-12T23:59:59"));
        assertThat(only().state()).isEqualTo(TimerState.RUNNING);
    }

    @Test
    void aClockStopsOnNoDayThatHasNotComeAndForNobodyElse() {
        var version = record(Trigger.SUBJECT_ACCESS_ASKED, "2026-11-02", 0);
        var timer = only().id();

        assertThatExceptionOfType(HappeningRefused.class)
                .isThrownBy(() -> JUDGE.pause(id, timer, LocalDate.parse("2026-11-23"), version, advocate))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("from"));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> JUDGE.pause(id, timer, LocalDate.parse("2026-11-09"), version, victim));
        assertThat(VIEW.view(id, advocate).version()).isEqualTo(version);
    }

    @Test
    void agreedContactWaitsWithTheVictimAndGoesOnWithThem() {
        START.record(
                id, new NewHappening(Trigger.CONTACT_MADE, LocalDate.parse("2026-11-20"), null, 14, null), 0, advocate);
        var duties = TestProceedings.contactDuties(ACCESS);

        duties.follow(id, false);
        assertThat(only().state()).isEqualTo(TimerState.WAIVED_BY_VICTIM);
        var version = VIEW.view(id, advocate).version();
        duties.follow(id, false);
        assertThat(VIEW.view(id, advocate).version()).as("nothing to write").isEqualTo(version);

        duties.follow(id, true);
        assertThat(only().state()).isEqualTo(TimerState.RUNNING);
    }

    @Test
    void aTimerOfAnotherCaseIsNotThere() {
        var version = record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-11-02", 0);

        assertThatExceptionOfType(NoSuchTimer.class)
                .isThrownBy(() -> JUDGE.meet(id, UUID.randomUUID(), letter("2026-11-16T10:00"), version, advocate));
    }

    @Test
    void evidenceFromBeforeTheStartIsRefused() {
        var version = record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-11-02", 0);
        var timer = only().id();

        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> JUDGE.meet(id, timer, letter("2026-11-01T10:00"), version, advocate));
        assertThat(VIEW.view(id, advocate).version()).isEqualTo(version);
    }

    @Test
    void aDateThatBecomesKnownStartsTheTimer() {
        var undated = new NewHappening(Trigger.CODE_COMPLAINT_RECEIVED, null, null, null, null);
        var version = START.record(id, undated, 0, advocate);
        assertThat(only().state()).isEqualTo(TimerState.UNKNOWN);

        JUDGE.date(id, only().id(), LocalDate.parse("2026-11-02"), version, advocate);

        assertThat(only().dueAt()).isEqualTo(london("2026-11-16T23:59:59"));
        assertThat(only().state()).isEqualTo(TimerState.MISSED);
    }

    @Test
    void theBreachRegisterShowsWhatWasMissedByWhomAndWhetherTheRuleIsVerified() {
        record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-11-02", 0);

        assertThat(breaches(ACCESS.commissioner()))
                .filteredOn(breaches -> breaches.caseId().equals(id.value()))
                .singleElement()
                .satisfies(breaches -> assertThat(breaches.breaches())
                        .singleElement()
                        .satisfies(breach -> {
                            assertThat(breach.rule().id()).isEqualTo("VC12-COMP");
                            assertThat(breach.state()).isEqualTo(TimerState.MISSED);
                            assertThat(breach.verified()).isFalse();
                        }));
    }

    @Test
    void theBreachRegisterShowsNoCaseInWhichNothingWasMissedNorAVictimsOwnLimit() {
        record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-11-16", 0);
        record(Trigger.INCIDENT, "2019-06-01", 1);

        assertThat(breaches(ACCESS.commissioner()))
                .extracting(CaseBreaches::caseId)
                .doesNotContain(id.value());
    }

    @Test
    void theBreachRegisterShowsNothingOfACaseInConflict() {
        record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-11-02", 0);
        var ofTheForce = ACCESS.actor("westmarch", "Cora Commissioner", org.candour.access.Role.COMMISSIONER);

        assertThat(breaches(ofTheForce)).isEmpty();
    }

    @Test
    void thePagesOfTheBreachRegisterJoinWithoutGapOrOverlap() {
        record(Trigger.CODE_COMPLAINT_RECEIVED, "2026-11-02", 0);
        var commissioner = ACCESS.commissioner();
        var other = granted();
        START.record(other, told(Trigger.CODE_COMPLAINT_RECEIVED, "2026-11-02"), 0, advocate);

        var first = BREACHES.list(Optional.empty(), 1, commissioner);
        var second = BREACHES.list(Optional.of(new CaseId(first.get(0).caseId())), 1, commissioner);

        assertThat(first).extracting(CaseBreaches::caseId).containsExactly(other.value(), id.value());
        assertThat(second)
                .extracting(CaseBreaches::caseId)
                .startsWith(id.value())
                .doesNotContain(other.value());
    }

    @Test
    void onlyACommissionerSeesTheBreachRegister() {
        for (var other : List.of(advocate, victim, ACCESS.investigator())) {
            assertThatExceptionOfType(RoleMissing.class).isThrownBy(() -> breaches(other));
        }
    }

    private static List<CaseBreaches> breaches(Actor actor) {
        return BREACHES.list(Optional.empty(), 200, actor);
    }
}
