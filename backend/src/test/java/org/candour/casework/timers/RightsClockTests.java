package org.candour.casework.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.candour.casework.timers.TestRules.london;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.casework.timers.Evidence.Agreement;
import org.candour.casework.timers.Evidence.Channel;
import org.candour.casework.timers.Evidence.Party;
import org.candour.casework.timers.Expectation.Standing;
import org.candour.casework.timers.Judgement.ReasonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** June 2026 has no bank holiday; 1 June is a Monday. */
class RightsClockTests {
    private static final RuleBook RULES = TestRules.shipped();
    private static final Instant MONDAY = london("2026-06-01T09:00");
    private static final Instant LATER = london("2026-11-01T09:00");

    /** An arrest on Monday, due at the end of Tuesday. */
    private final RightsClock arrested = RightsClock.untouched().start(arrest(), RULES, MONDAY);

    private final UUID arrestTimer = only(arrested, "VC6-ARR").id();

    private static Happening arrest() {
        return Happening.at(UUID.randomUUID(), Trigger.SUSPECT_ARRESTED, MONDAY);
    }

    private static Timer only(RightsClock clock, String rule) {
        return clock.timers().stream()
                .filter(timer -> timer.rule().id().equals(rule))
                .reduce((one, other) -> {
                    throw new AssertionError("two timers of " + rule);
                })
                .orElseThrow();
    }

    private static List<Timer> all(RightsClock clock, String rule) {
        return clock.timers().stream()
                .filter(timer -> timer.rule().id().equals(rule))
                .toList();
    }

    private static RightsClock started(Trigger trigger, String wallClock) {
        return RightsClock.untouched().start(Happening.at(UUID.randomUUID(), trigger, london(wallClock)), RULES, LATER);
    }

    private static Evidence told(String wallClock) {
        return new Evidence(london(wallClock), Channel.LETTER, Party.POLICE, Party.VICTIM, Agreement.YES);
    }

    @Test
    void untilSomebodyHasAssessedOtherwiseAVictimHasEnhancedRights() {
        assertThat(RightsClock.untouched().tier()).isEqualTo(Tier.ENHANCED);
        assertThat(only(arrested, "VC6-ARR").due()).contains(london("2026-06-02T23:59:59"));
    }

    @Test
    void aHappeningThatComesTwiceChangesNothing() {
        var once = Happening.at(UUID.randomUUID(), Trigger.CHARGED, MONDAY);
        var clock = arrested.start(once, RULES, MONDAY);

        assertThat(clock.start(once, RULES, LATER)).isSameAs(clock);
    }

    @Test
    void beforeARuleHeldNothingStarts() {
        assertThat(started(Trigger.SUSPECT_ARRESTED, "2021-03-31T23:59").timers())
                .isEmpty();
        assertThat(started(Trigger.SUSPECT_ARRESTED, "2021-04-01T00:00").timers())
                .hasSize(1);
    }

    @Test
    void aTimerIsMissedTheSecondAfterItWasDue() {
        var timer = only(arrested, "VC6-ARR");

        assertThat(timer.stateAt(london("2026-06-02T23:59:59"))).isEqualTo(TimerState.RUNNING);
        assertThat(timer.stateAt(london("2026-06-03T00:00:00"))).isEqualTo(TimerState.MISSED);
        assertThat(timer.state()).isEqualTo(TimerState.RUNNING);
    }

    @Test
    void whatWasDoneInTimeIsMetHoweverLateItIsRecorded() {
        var clock = arrested.meet(arrestTimer, told("2026-06-02T23:59:59"), RULES, LATER);

        assertThat(only(clock, "VC6-ARR").state()).isEqualTo(TimerState.MET);
        assertThat(clock.read(LATER, RULES).breaches()).isEmpty();
    }

    @Test
    void whatWasDoneLateIsMetLateAndStaysABreach() {
        var clock = arrested.meet(arrestTimer, told("2026-06-03T00:00:00"), RULES, LATER);

        assertThat(only(clock, "VC6-ARR").state()).isEqualTo(TimerState.MET_LATE);
        assertThat(clock.read(LATER, RULES).breaches())
                .extracting(TimerView::state)
                .containsExactly(TimerState.MET_LATE);
    }

    @Test
    void evidenceFromBeforeTheStartOrFromTheFutureIsRefused() {
        for (var when : List.of("2026-06-01T08:59", "2026-11-01T09:01")) {
            assertThatExceptionOfType(EvidenceRefused.class)
                    .isThrownBy(() -> arrested.meet(arrestTimer, told(when), RULES, LATER));
        }
    }

    @Test
    void aTimerOfAnotherCaseIsRefused() {
        assertThatExceptionOfType(NoSuchTimer.class).isThrownBy(() -> arrested.waive(UUID.randomUUID(), MONDAY));
    }

    static Stream<TimerState[]> moves() {
        return Arrays.stream(TimerState.values())
                .flatMap(from -> Arrays.stream(TimerState.values()).map(to -> new TimerState[] {from, to}));
    }

    @ParameterizedTest
    @MethodSource("moves")
    void onlyMovesOfTheTableArePossibleAndARefusalNamesThem(TimerState from, TimerState to) {
        var timer = in(from);
        var judgement = Judgement.found(to, MONDAY, null, null);

        if (from.next().contains(to)) {
            assertThat(timer.judged(judgement).state()).isEqualTo(to);
        } else {
            assertThatExceptionOfType(TimerConflict.class)
                    .isThrownBy(() -> timer.judged(judgement))
                    .satisfies(conflict -> assertThat(conflict.from()).isEqualTo(from))
                    .satisfies(conflict -> assertThat(conflict.allowed()).isEqualTo(from.next()));
        }
    }

    private Timer in(TimerState state) {
        var timer = only(arrested, "VC6-ARR");
        return new Timer(
                timer.id(),
                timer.rule(),
                timer.trigger(),
                timer.happening(),
                timer.startBasis(),
                timer.dutyHolder(),
                timer.tier(),
                timer.dates(),
                state,
                List.of(),
                Pauses.NONE);
    }

    @Test
    void whatIsClosedIsNeverOpenedAgain() {
        assertThat(EnumSet.allOf(TimerState.class))
                .filteredOn(state -> state.next().isEmpty())
                .containsExactlyInAnyOrder(TimerState.MET, TimerState.MET_LATE, TimerState.SUPERSEDED);
    }

    @Test
    void whatWasMissedCannotBeWaivedAfterwards() {
        assertThatExceptionOfType(TimerConflict.class)
                .isThrownBy(() -> arrested.waive(arrestTimer, LATER))
                .satisfies(conflict -> assertThat(conflict.from()).isEqualTo(TimerState.MISSED));
    }

    @Test
    void aVictimCanTakeBackThatTheyDidNotWantItAndNobodyIsLateMeanwhile() {
        var waived = arrested.waive(arrestTimer, MONDAY);
        assertThat(waived.read(LATER, RULES).breaches()).isEmpty();

        var resumed = waived.resume(arrestTimer, RULES, london("2026-06-10T12:00"));

        assertThat(only(resumed, "VC6-ARR").due()).contains(london("2026-06-11T23:59:59"));
        assertThat(only(resumed, "VC6-ARR").judgements()).hasSize(2);
        assertThat(only(waived.resume(arrestTimer, RULES, london("2026-06-02T12:00")), "VC6-ARR")
                        .due())
                .contains(london("2026-06-02T23:59:59"));
    }

    @Test
    void onlyWhatWasWaivedOrWithheldCanBeResumed() {
        assertThatExceptionOfType(TimerConflict.class)
                .isThrownBy(() -> arrested.resume(arrestTimer, RULES, MONDAY))
                .satisfies(conflict -> assertThat(conflict.from()).isEqualTo(TimerState.RUNNING));
    }

    @Test
    void whatIsWithheldForSafetyIsNotShownToTheVictimNorCountedAsMissed() {
        var withheld = arrested.withhold(arrestTimer, MONDAY);

        assertThat(withheld.read(LATER, RULES).forVictim()).isEmpty();
        assertThat(withheld.read(LATER, RULES).breaches()).isEmpty();
        assertThat(withheld.read(LATER, RULES).timers())
                .extracting(TimerView::state)
                .containsExactly(TimerState.WITHHELD_FOR_SAFETY);
    }

    @Test
    void anUnverifiedRuleWarnsTheAdvocateAndNeverTellsAVictimThatTheLawWasBroken() {
        var view = arrested.read(LATER, RULES).timers().get(0);

        assertThat(view.breach()).isTrue();
        assertThat(view.verified()).isFalse();
        assertThat(view.mayTellVictim()).isFalse();
        assertThat(arrested.read(LATER, RULES).forVictim())
                .extracting(Expectation::standing)
                .containsExactly(Standing.WAS_EXPECTED);
    }

    @Test
    void whatWasDoneLateByAnUnverifiedRuleIsSimplyDoneForTheVictim() {
        var late = arrested.meet(arrestTimer, told("2026-06-09T10:00"), RULES, LATER);

        assertThat(late.read(LATER, RULES).forVictim()).singleElement().satisfies(expectation -> {
            assertThat(expectation.standing()).isEqualTo(Standing.DONE);
            assertThat(expectation.by()).isEqualTo(london("2026-06-09T10:00"));
        });
    }

    @Test
    void aVerifiedRuleMaySayThatItWasNotKept() {
        var clock = started(Trigger.SUPER_COMPLAINT_RECEIVED, "2026-06-01T09:00");

        assertThat(clock.read(LATER, RULES).forVictim())
                .extracting(Expectation::standing)
                .containsExactly(Standing.NOT_KEPT);
    }

    @Test
    void noUnverifiedRuleEverSaysThatTheLawWasBroken() {
        for (var trigger : Trigger.values()) {
            var clock = started(trigger, "2026-07-01T09:00");
            var unverified = clock.read(LATER, RULES).timers().stream()
                    .filter(view -> !view.verified())
                    .map(TimerView::words)
                    .toList();
            assertThat(clock.read(LATER, RULES).forVictim())
                    .filteredOn(expectation -> unverified.contains(expectation.words()))
                    .extracting(Expectation::standing)
                    .doesNotContain(Standing.NOT_KEPT, Standing.DONE_LATE);
        }
    }

    @Test
    void theEndOfAVictimsOwnRightIsNoBreach() {
        var clock = started(Trigger.INCIDENT, "2019-06-01T09:00");

        assertThat(clock.read(LATER, RULES).timers())
                .extracting(TimerView::state)
                .containsExactly(TimerState.MISSED);
        assertThat(clock.read(LATER, RULES).breaches()).isEmpty();
        assertThat(clock.overdueFrom()).isNull();
    }

    @Test
    void aReasonClosesItForNowAndEvidenceMayFollow() {
        var excused = arrested.giveReason(arrestTimer, ReasonCode.VICTIM_UNREACHABLE, LATER);

        assertThat(only(excused, "VC6-ARR").state()).isEqualTo(TimerState.REASON_GIVEN);
        assertThat(only(excused.meet(arrestTimer, told("2026-06-20T10:00"), RULES, LATER), "VC6-ARR")
                        .state())
                .isEqualTo(TimerState.MET_LATE);
    }

    @Test
    void aLimitIsExtendedOnceAndOnlyWhereItsRuleSaysHowFar() {
        var asked = started(Trigger.SUBJECT_ACCESS_ASKED, "2026-10-31T09:00");
        var request = only(asked, "SAR").id();

        var extended = asked.extend(request, ReasonCode.COMPLEX, LATER);

        assertThat(only(asked, "SAR").due()).contains(london("2026-11-30T23:59:59"));
        assertThat(only(extended, "SAR").due()).contains(london("2027-01-31T23:59:59"));
        assertThatExceptionOfType(TimerConflict.class)
                .isThrownBy(() -> extended.extend(request, ReasonCode.COMPLEX, LATER));
        assertThatExceptionOfType(TimerConflict.class)
                .isThrownBy(() -> arrested.extend(arrestTimer, ReasonCode.COMPLEX, MONDAY));
    }

    @Test
    void aLimitThatIsMissedCanNoLongerBeExtended() {
        var asked = started(Trigger.SUBJECT_ACCESS_ASKED, "2026-06-01T09:00");

        assertThatExceptionOfType(TimerConflict.class)
                .isThrownBy(() -> asked.extend(only(asked, "SAR").id(), ReasonCode.COMPLEX, LATER));
    }

    @Test
    void whatHasAnUnknownStartIsUnknownUntilSomebodyKnowsIt() {
        var clock = RightsClock.untouched()
                .start(Happening.atUnknownTime(UUID.randomUUID(), Trigger.SUSPECT_ARRESTED), RULES, LATER);
        var timer = only(clock, "VC6-ARR");

        var known = clock.startFrom(timer.id(), MONDAY, RULES, LATER);

        assertThat(timer.stateAt(LATER)).isEqualTo(TimerState.UNKNOWN);
        assertThat(timer.due()).isEmpty();
        assertThat(only(known, "VC6-ARR").due()).contains(london("2026-06-02T23:59:59"));
        assertThat(only(known, "VC6-ARR").stateAt(LATER)).isEqualTo(TimerState.MISSED);
        assertThatExceptionOfType(TimerConflict.class)
                .isThrownBy(() -> known.startFrom(timer.id(), MONDAY, RULES, LATER));
    }

    @Test
    void aChangeOfTierCountsOpenTimersAnewAndLeavesClosedOnesAsTheyWereJudged() {
        var standard = new RightsClock(Tier.STANDARD, List.of())
                .start(arrest(), RULES, MONDAY)
                .start(Happening.at(UUID.randomUUID(), Trigger.CHARGED, MONDAY), RULES, MONDAY);
        var arrest = only(standard, "VC6-ARR").id();
        var judged = standard.meet(arrest, told("2026-06-05T10:00"), RULES, london("2026-06-05T11:00"));

        var enhanced = judged.changeTier(Tier.ENHANCED, RULES, london("2026-06-05T12:00"));

        assertThat(only(enhanced, "VC6-ARR").state()).isEqualTo(TimerState.MET);
        assertThat(only(enhanced, "VC6-ARR").tier()).isEqualTo(Tier.STANDARD);
        assertThat(only(enhanced, "VC6-CHG").tier()).isEqualTo(Tier.ENHANCED);
        assertThat(only(enhanced, "VC6-CHG").due()).contains(london("2026-06-02T23:59:59"));
        assertThat(enhanced.tier()).isEqualTo(Tier.ENHANCED);
    }

    @Test
    void whatWasMissedBeforeTheTierChangedStaysMissed() {
        var changed = arrested.changeTier(Tier.STANDARD, RULES, london("2026-06-03T09:00"));

        assertThat(only(changed, "VC6-ARR").due()).contains(london("2026-06-02T23:59:59"));
        assertThat(changed.read(LATER, RULES).breaches()).hasSize(1);
    }

    @Test
    void theCourtsDutyAndTheWitnessCareUnitsAreTwoTimers() {
        var decided = started(Trigger.CASE_DECIDED, "2026-06-01T09:00");
        assertThat(decided.timers()).hasSize(1);

        var passedOn = decided.meet(
                only(decided, "VC9-CRT").id(),
                new Evidence(
                        london("2026-06-04T15:00"),
                        Channel.BETWEEN_BODIES,
                        Party.COURT,
                        Party.WITNESS_CARE_UNIT,
                        Agreement.UNKNOWN),
                RULES,
                LATER);

        assertThat(only(passedOn, "VC9-CRT").state()).isEqualTo(TimerState.MET);
        assertThat(only(passedOn, "VC9-OUT").due()).contains(london("2026-06-05T23:59:59"));
        assertThat(only(passedOn, "VC9-OUT").dutyHolder()).isEqualTo(DutyHolder.WITNESS_CARE_UNIT);
    }

    @Test
    void theSameReceiptToldTwiceStartsOneTimer() {
        var decided = started(Trigger.CASE_DECIDED, "2026-06-01T09:00");
        var received = Happening.at(UUID.randomUUID(), Trigger.WCU_RECEIVED_OUTCOME, london("2026-06-04T10:00"));

        var told = decided.start(received, RULES, LATER);

        assertThat(only(told, "VC9-CRT").state()).isEqualTo(TimerState.MET);
        assertThat(all(told, "VC9-OUT")).hasSize(1);
    }

    @Test
    void oneAwaitedDateIsFilledInByTheEvidenceThatTheVictimWasTold() {
        var clock = started(Trigger.POLICE_DECIDED_NOT_TO_PROSECUTE, "2026-06-01T09:00")
                .start(Happening.atUnknownTime(UUID.randomUUID(), Trigger.TOLD_OF_POLICE_DECISION), RULES, LATER);

        var told = clock.meet(only(clock, "VC6-NFA").id(), told("2026-06-02T10:00"), RULES, LATER);

        assertThat(only(told, "VRR-POL-REQ").due()).contains(london("2026-09-02T23:59:59"));
    }

    @Test
    void evidenceGivesNobodyARightToReviewThatTheDecisionDidNotGive() {
        var clock = started(Trigger.POLICE_DECIDED_NOT_TO_PROSECUTE, "2026-06-01T09:00");

        var told = clock.meet(only(clock, "VC6-NFA").id(), told("2026-06-02T10:00"), RULES, LATER);

        assertThat(told.timers()).hasSize(1);
    }

    @Test
    void anUpdateToAComplainantIsDueAgain28DaysAfterTheLast() {
        var clock = started(Trigger.COMPLAINT_MADE, "2026-06-01T09:00");
        var first = only(clock, "PC-UPD");

        var updated = clock.meet(first.id(), told("2026-06-15T10:00"), RULES, LATER);

        assertThat(all(updated, "PC-UPD"))
                .extracting(Timer::due)
                .map(java.util.Optional::orElseThrow)
                .containsExactly(london("2026-06-29T23:59:59"), london("2026-07-13T23:59:59"));
    }

    @Test
    void anUnfinishedInvestigationIsExplainedAfter12MonthsAndThenEvery6() {
        var clock = started(Trigger.COMPLAINT_MADE, "2024-08-31T09:00");

        var explained = clock.meet(only(clock, "IOPC-12M").id(), told("2025-08-20T10:00"), RULES, LATER);

        assertThat(all(explained, "IOPC-12M"))
                .extracting(Timer::due)
                .map(java.util.Optional::orElseThrow)
                .containsExactly(london("2025-08-31T23:59:59"), london("2026-02-28T23:59:59"));
    }

    @Test
    void anInvestigationThatEndsInTimeNeedsNoExplanation() {
        var finished = at(Trigger.INVESTIGATION_FINISHED, "2025-06-03T17:00");

        assertThat(states(
                        started(Trigger.COMPLAINT_MADE, "2024-06-03T09:00").start(finished, RULES, LATER), "IOPC-12M"))
                .containsExactly(TimerState.SUPERSEDED);
    }

    @Test
    void anExplanationThatWasMissedStaysMissedAndNoOtherIsOwedOnceTheInvestigationHasEnded() {
        var finished = at(Trigger.INVESTIGATION_FINISHED, "2025-06-04T09:00");

        var clock = started(Trigger.COMPLAINT_MADE, "2024-06-03T09:00").start(finished, RULES, LATER);

        assertThat(clock.read(LATER, RULES).timers())
                .filteredOn(view -> view.rule().id().equals("IOPC-12M"))
                .extracting(TimerView::state)
                .containsExactly(TimerState.MISSED, TimerState.SUPERSEDED);
    }

    /** Periods follow each other without a gap: from a 31st, the second ends on 30 April and the third on 31 October. */
    @Test
    void theEndOfAMonthStaysTheEndOfAMonthHoweverManyPeriodsFollow() {
        var clock = started(Trigger.COMPLAINT_MADE, "2022-10-31T09:00");

        assertThat(clock.read(LATER, RULES).timers())
                .filteredOn(view -> view.rule().id().equals("IOPC-12M"))
                .extracting(view -> String.valueOf(view.dueAt()))
                .startsWith(
                        "2023-10-31T23:59:59Z",
                        "2024-04-30T22:59:59Z",
                        "2024-10-31T23:59:59Z",
                        "2025-04-30T22:59:59Z",
                        "2025-10-31T23:59:59Z");
    }

    @Test
    void eachExplanationThatNobodyGivesIsMissedByItself() {
        var clock = started(Trigger.COMPLAINT_MADE, "2024-06-03T09:00");

        assertThat(clock.read(LATER, RULES).timers())
                .filteredOn(view -> view.rule().id().equals("IOPC-12M"))
                .extracting(view -> String.valueOf(view.dueAt()), TimerView::state)
                .containsExactly(
                        tuple("2025-06-03T22:59:59Z", TimerState.MISSED),
                        tuple("2025-12-03T23:59:59Z", TimerState.MISSED),
                        tuple("2026-06-03T22:59:59Z", TimerState.MISSED),
                        tuple("2026-12-03T23:59:59Z", TimerState.RUNNING));
        assertThat(clock.turned(RULES, LATER).turned(RULES, LATER)).isEqualTo(clock.turned(RULES, LATER));
    }

    @Test
    void aTurnThatIsMetLateIsFollowedOnce() {
        var clock = started(Trigger.COMPLAINT_MADE, "2025-06-03T09:00").turned(RULES, LATER);
        var first = all(clock, "IOPC-12M").get(0);

        var explained = clock.meet(first.id(), told("2026-07-01T10:00"), RULES, LATER);

        assertThat(states(explained, "IOPC-12M")).containsExactly(TimerState.MET_LATE, TimerState.RUNNING);
    }

    private static Happening at(Trigger trigger, String wallClock) {
        return Happening.at(UUID.randomUUID(), trigger, london(wallClock));
    }

    private static List<TimerState> states(RightsClock clock, String rule) {
        return all(clock, rule).stream().map(timer -> timer.stateAt(LATER)).toList();
    }

    @Test
    void theNextContactIsDueAsAgreedAndFulfilsTheOneBefore() {
        var agreed = RightsClock.untouched().start(Happening.contact(UUID.randomUUID(), MONDAY, 14), RULES, MONDAY);

        var again = agreed.start(
                Happening.contact(UUID.randomUUID(), london("2026-06-12T10:00"), 28),
                RULES,
                london("2026-06-12T11:00"));

        assertThat(only(agreed, "VC6-FREQ").due()).contains(london("2026-06-15T23:59:59"));
        assertThat(all(again, "VC6-FREQ")).extracting(Timer::state).containsExactly(TimerState.MET, TimerState.RUNNING);
        assertThat(all(again, "VC6-FREQ").get(1).due()).contains(london("2026-07-10T23:59:59"));
    }

    @Test
    void anEarlierContactThatIsToldLaterLeavesTheLaterOneRunningAndIsFulfilledByIt() {
        var agreed = RightsClock.untouched().start(Happening.contact(UUID.randomUUID(), MONDAY, 28), RULES, MONDAY);

        var earlier = agreed.start(
                Happening.contact(UUID.randomUUID(), london("2026-05-01T10:00"), 14),
                RULES,
                london("2026-06-12T11:00"));

        assertThat(all(earlier, "VC6-FREQ"))
                .extracting(Timer::state)
                .containsExactly(TimerState.RUNNING, TimerState.MET_LATE);
    }

    @Test
    void aCaseHoldsOnlySoManyTimersAndJudgements() {
        var clock = new RightsClock(
                Tier.ENHANCED, Collections.nCopies(2_000, arrested.timers().get(0)));
        clock.requireRoom();

        assertThatExceptionOfType(ClockFull.class)
                .isThrownBy(clock.start(at(Trigger.CHARGED, "2026-06-01T09:00"), RULES, LATER)::requireRoom);
    }

    @Test
    void aRequestForReviewIsItsOwnEvidence() {
        var decided = started(Trigger.CPS_DECIDED_NOT_TO_PROSECUTE, "2026-06-01T09:00");

        var asked = decided.start(
                Happening.at(UUID.randomUUID(), Trigger.REVIEW_REQUESTED_OF_CPS, london("2026-08-31T10:00")),
                RULES,
                LATER);

        assertThat(only(decided, "VRR-CPS-REQ").dates().normallyBy()).isEqualTo(london("2026-06-15T23:59:59"));
        assertThat(only(asked, "VRR-CPS-REQ").state()).isEqualTo(TimerState.MET);
        assertThat(only(asked, "VRR-CPS-DEC-LOCAL").due()).contains(london("2026-09-14T23:59:59"));
    }

    @Test
    void whatIsUpcomingStandsInTheOrderInWhichItIsDueAndUndatedLast() {
        var clock = started(Trigger.CRIME_REPORTED, "2026-10-31T09:00");

        assertThat(clock.read(LATER, RULES).upcoming())
                .extracting(timer -> timer.rule().id())
                .containsExactly("VC2-REC", "VC4-REF", "VC3-ACK");
    }

    private static RightsClock inTouch() {
        return arrestedAndInTouch(london("2026-06-01T10:00"));
    }

    private static RightsClock arrestedAndInTouch(Instant contact) {
        return RightsClock.untouched()
                .start(Happening.at(UUID.randomUUID(), Trigger.SUSPECT_ARRESTED, MONDAY), RULES, contact)
                .start(Happening.contact(UUID.randomUUID(), contact, 14), RULES, contact);
    }

    @Test
    void agreedContactWaitsWhileAVictimHasPausedAndNothingElseDoes() {
        var paused = inTouch().waiveContact(RULES, london("2026-06-01T12:00"));

        assertThat(only(paused, "VC6-FREQ").state()).isEqualTo(TimerState.WAIVED_BY_VICTIM);
        assertThat(only(paused, "VC6-ARR").state()).isEqualTo(TimerState.RUNNING);
        assertThat(paused.read(london("2026-07-01T12:00"), RULES).breaches())
                .extracting(breach -> breach.rule().id())
                .containsExactly("VC6-ARR");
    }

    @Test
    void agreedContactGoesOnWithTheVictimAsItWas() {
        var paused = inTouch().waiveContact(RULES, london("2026-06-01T12:00"));

        var resumed = paused.resumeContact(RULES, london("2026-06-05T12:00"));

        assertThat(only(resumed, "VC6-FREQ").state()).isEqualTo(TimerState.RUNNING);
        assertThat(only(resumed, "VC6-FREQ").due()).contains(london("2026-06-15T23:59:59"));
    }

    @Test
    void agreedContactWhoseDayPassedMeanwhileRunsOnAndNobodyIsLate() {
        var paused = inTouch().waiveContact(RULES, london("2026-06-01T12:00"));

        var resumed = paused.resumeContact(RULES, london("2026-08-01T12:00"));

        assertThat(only(resumed, "VC6-FREQ").stateAt(LATER)).isEqualTo(TimerState.RUNNING);
        assertThat(only(resumed, "VC6-FREQ").due()).as("until they agree anew").isEmpty();
    }

    @Test
    void whatAVictimWaivedForItselfDoesNotComeBackWithTheEndOfAPause() {
        var clock = inTouch();
        var waived = clock.waive(only(clock, "VC6-FREQ").id(), london("2026-06-01T12:00"));

        var resumed =
                waived.waiveContact(RULES, london("2026-06-02T09:00")).resumeContact(RULES, london("2026-06-03T09:00"));

        assertThat(only(resumed, "VC6-FREQ").state()).isEqualTo(TimerState.WAIVED_BY_VICTIM);
    }

    @Test
    void aTurnThatNobodyHasStoredYetIsUpcomingToo() {
        var clock = started(Trigger.COMPLAINT_MADE, "2024-06-03T09:00");

        assertThat(clock.read(LATER, RULES).upcoming())
                .filteredOn(timer -> timer.rule().id().equals("IOPC-12M"))
                .extracting(timer -> timer.due().orElseThrow())
                .endsWith(london("2026-12-03T23:59:59"));
    }

    @Test
    void afterTheOutcomeNoOtherUpdateIsOwedHoweverLateTheLastIsToldOf() {
        var clock = started(Trigger.COMPLAINT_MADE, "2026-04-06T09:00")
                .start(at(Trigger.OUTCOME_LETTER_DATED, "2026-05-11T09:00"), RULES, LATER);
        var missed = only(clock, "PC-UPD");
        assertThat(missed.stateAt(LATER)).isEqualTo(TimerState.MISSED);

        var told = clock.meet(missed.id(), told("2026-05-08T10:00"), RULES, LATER);

        assertThat(all(told, "PC-UPD"))
                .extracting(Timer::state)
                .containsExactly(TimerState.MET_LATE, TimerState.SUPERSEDED);
    }

    @Test
    void whatIsNextForAVictimRunsAndWasNotMissed() {
        var clock = arrested.start(at(Trigger.CRIME_REPORTED, "2026-06-15T09:00"), RULES, LATER);

        assertThat(clock.read(london("2026-06-15T10:00"), RULES).nextForVictim())
                .isNotEmpty()
                .allSatisfy(next -> {
                    assertThat(next.isToCome()).isTrue();
                    assertThat(next.isVerified()).isFalse();
                });
        assertThat(clock.read(london("2026-06-15T10:00"), RULES).forVictim())
                .extracting(Expectation::standing)
                .contains(Expectation.Standing.WAS_EXPECTED)
                .doesNotContain(Expectation.Standing.NOT_KEPT);
    }

    @Test
    void theIndexOfTheBreachRegisterFollowsFromTheTimers() {
        assertThat(RightsClock.untouched().overdueFrom()).isNull();
        assertThat(arrested.overdueFrom()).isEqualTo(london("2026-06-02T23:59:59"));
        assertThat(arrested.meet(arrestTimer, told("2026-06-02T10:00"), RULES, LATER)
                        .overdueFrom())
                .isNull();
        assertThat(new RightsClock(Tier.ENHANCED, arrested.timers(), List.of(), false, Instant.EPOCH).overdueFrom())
                .isEqualTo(london("2026-06-02T23:59:59"));
    }
}
