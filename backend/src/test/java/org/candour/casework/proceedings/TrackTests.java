package org.candour.casework.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.candour.casework.proceedings.TestProceedings.allegation;
import static org.candour.casework.proceedings.TestProceedings.facts;
import static org.candour.casework.proceedings.TestProceedings.homeOffice;
import static org.candour.casework.proceedings.TestProceedings.on;

import java.util.List;
import java.util.Optional;
import org.candour.casework.timers.Timer;
import org.candour.casework.timers.TimerState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackTests extends ProceedingsHarness {
    @Test
    void aStepStartsItsClocksInTheSameWrite() {
        proceedings.told(id, advocate);
        var before = version();

        proceedings.step(id, Step.SUSPECT_ARRESTED, on("2026-11-20"), advocate);

        assertThat(version()).isEqualTo(before + 1);
        assertThat(timers("VC6-ARR"))
                .singleElement()
                .satisfies(timer -> assertThat(timer.state()).isEqualTo(TimerState.RUNNING));
    }

    @Test
    void beforeAnAllegationIsToldNoTrackBegins() {
        assertRefused(
                "allegations",
                FactRefused.Rule.NEEDED_HERE,
                () -> proceedings.step(id, Step.REPORTED_TO_POLICE, on("2026-11-20"), advocate));
    }

    @Test
    void aStepThatTheTableDoesNotHaveIsRefusedWithThoseThatItHas() {
        proceedings.told(id, advocate);
        proceedings.step(id, Step.CASE_DECIDED, on("2026-11-20"), advocate);
        var before = version();

        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> proceedings.step(id, Step.REPORTED_TO_POLICE, on("2026-11-21"), advocate))
                .satisfies(conflict -> {
                    assertThat(conflict.current()).isEqualTo("CONCLUDED");
                    assertThat(conflict.allowed()).containsExactly("UNDER_APPEAL", "UNDER_INVESTIGATION");
                });
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void aStepOfAnotherTrackAndOneOfAnOutcomeAreRefused() {
        proceedings.told(id, advocate);
        var arrest = new NewStep(
                Step.SUSPECT_ARRESTED, List.of(), facts(on("2026-11-20"), DecisionMaker.POLICE), null, null);

        assertRefused(
                "step",
                FactRefused.Rule.OTHER_TRACK,
                () -> proceedings.recordStep.record(id, Track.MISCONDUCT, arrest, version(), advocate));
        assertRefused(
                "step",
                FactRefused.Rule.OUTCOME_NEEDED,
                () -> proceedings.step(id, Step.DECIDED_NOT_TO_PROSECUTE, on("2026-11-20"), advocate));
    }

    @Test
    void aDayThatHasNotComeIsRefused() {
        proceedings.told(id, advocate);

        assertRefused(
                "facts.happenedOn",
                FactRefused.Rule.IN_THE_FUTURE,
                () -> proceedings.step(id, Step.REPORTED_TO_POLICE, on("2027-01-01"), advocate));
    }

    @Test
    void aTrackOfOneAllegationDoesNotMoveThatOfAnother() {
        var first = proceedings.told(id, advocate);
        var second = proceedings.told(id, allegation("F"), advocate);
        var told = new NewStep(Step.CHARGED, List.of(first), facts(on("2026-11-20"), DecisionMaker.CPS), null, null);
        proceedings.recordStep.record(id, Track.CRIMINAL, told, version(), advocate);

        var history = proceedings.register.of(id).history();

        assertThat(history.state(Track.CRIMINAL, first)).isEqualTo(CriminalState.CHARGED);
        assertThat(history.state(Track.CRIMINAL, second)).isEqualTo(CriminalState.NOT_BEGUN);
    }

    @Test
    void aCorrectionTakesThePlaceOfItsErrorAndItsClocksAreSuperseded() {
        proceedings.told(id, advocate);
        var error = proceedings.step(id, Step.SUSPECT_ARRESTED, on("2026-11-20"), advocate);
        proceedings.step(id, Step.SENT_TO_PROSECUTOR, on("2026-11-21"), advocate);
        var told = new NewStep(
                Step.INTERVIEWED_UNDER_CAUTION,
                List.of(),
                facts(on("2026-11-20"), DecisionMaker.POLICE),
                null,
                error.id());

        proceedings.recordStep.record(id, Track.CRIMINAL, told, version(), advocate);

        assertThat(timers("VC6-ARR")).extracting(Timer::state).containsExactly(TimerState.SUPERSEDED);
        assertThat(timers("VC6-INT")).extracting(Timer::state).containsExactly(TimerState.RUNNING);
        assertThat(view().steps()).hasSize(3);
        assertThat(view().steps().stream().filter(StepView::isCorrected))
                .extracting(StepView::id)
                .containsExactly(error.id());
        assertThat(view().allegations().get(0).tracks().get(0).state()).isEqualTo("WITH_PROSECUTOR");
    }

    @Test
    void aCorrectionAfterWhichTheRestWouldBeImpossibleIsRefused() {
        proceedings.told(id, advocate);
        var first = proceedings.step(id, Step.REPORTED_TO_POLICE, on("2026-11-19"), advocate);
        proceedings.step(id, Step.CRIME_RECORDED, on("2026-11-20"), advocate);
        var told = new NewStep(
                Step.CASE_DECIDED, List.of(), facts(on("2026-11-19"), DecisionMaker.COURT), null, first.id());
        var before = version();

        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> proceedings.recordStep.record(id, Track.CRIMINAL, told, before, advocate));
        assertThat(version()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "10", "15", "17", "21"})
    void aDecisionNotToActThatIsCoveredStartsTheRightToReview(String code) {
        proceedings.told(id, advocate);

        proceedings.outcome(id, Track.CRIMINAL, homeOffice(code, "2026-11-20"), advocate);

        assertThat(timers("VC6-NFA")).hasSize(1);
        assertThat(timers("VRR-POL-REQ"))
                .singleElement()
                .satisfies(timer -> assertThat(timer.dates().dueAt()).isEqualTo("2027-02-20T23:59:59Z"));
        assertThat(review())
                .isEqualTo(new ReviewRight(ReviewRight.Eligibility.ELIGIBLE, ReviewRight.Reason.COVERED_BY_SCHEME));
    }

    private ReviewRight review() {
        return Optional.ofNullable(view().steps().get(view().steps().size() - 1).review())
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"14", "16", "18"})
    void aDecisionOutsideTheSchemeStartsNoRightToReviewAndSaysWhy(String code) {
        proceedings.told(id, advocate);

        proceedings.outcome(id, Track.CRIMINAL, homeOffice(code, "2026-11-20"), advocate);

        assertThat(timers("VC6-NFA")).as("the victim is told all the same").hasSize(1);
        assertThat(timers("VRR-POL-REQ")).isEmpty();
        assertThat(review().eligibility()).isEqualTo(ReviewRight.Eligibility.NOT_ELIGIBLE);
        assertThat(review().reason())
                .isEqualTo(
                        code.equals("16")
                                ? ReviewRight.Reason.VICTIM_DOES_NOT_SUPPORT
                                : ReviewRight.Reason.NO_IDENTIFIED_SUSPECT);
    }

    @Test
    void anOutcome16ThatTheVictimDisputesIsWorthAskingFor() {
        proceedings.told(id, advocate);
        var told = new NewOutcome(
                new Code("home-office-2014", "16"),
                List.of(),
                facts(on("2026-11-20"), DecisionMaker.POLICE, List.of(new KnownTo(KnownTo.VICTIM, on("2026-11-20")))),
                TestProceedings.reason("They say that she withdrew."),
                new VictimSays(Answer.YES, "I never said that."),
                null);

        proceedings.outcome(id, Track.CRIMINAL, told, advocate);

        assertThat(timers("VRR-POL-REQ")).hasSize(1);
        assertThat(review().reason()).isEqualTo(ReviewRight.Reason.VICTIM_DISPUTES_WITHDRAWAL);
        assertThat(view().steps().get(0).victim()).isEqualTo(told.victim());
    }

    @Test
    void whatTheProsecutorDecidedStartsTheProsecutorsClocks() {
        proceedings.told(id, advocate);
        var decision = homeOffice("9", "2026-11-20");
        var told = new NewOutcome(
                decision.outcome(),
                List.of(),
                facts(on("2026-11-20"), DecisionMaker.CPS),
                decision.words(),
                null,
                null);

        proceedings.outcome(id, Track.CRIMINAL, told, advocate);

        assertThat(timers("VC6-CPS")).hasSize(1);
        assertThat(timers("VRR-CPS-REQ")).hasSize(1);
        assertThat(timers("VC6-NFA")).isEmpty();
    }

    @Test
    void aDecisionOlderThanTheSchemeOfReviewHasNone() {
        proceedings.told(id, advocate);

        proceedings.outcome(id, Track.CRIMINAL, homeOffice("15", "2015-03-31"), advocate);

        assertThat(review().reason()).isEqualTo(ReviewRight.Reason.BEFORE_SCHEME_BEGAN);
        assertThat(timers("VRR-POL-REQ")).isEmpty();
    }

    @Test
    void aDecisionNotToActNeedsAReasonADecisionMakerAndADay() {
        proceedings.told(id, advocate);
        var good = homeOffice("15", "2026-11-20");

        assertRefused(
                "words.reason", FactRefused.Rule.NEEDED_HERE, () -> nfa(good.facts(), TestProceedings.reason(" ")));
        assertRefused(
                "facts.decidedBy",
                FactRefused.Rule.MUST_BE_KNOWN,
                () -> nfa(facts(on("2026-11-20"), DecisionMaker.UNKNOWN), TestProceedings.reason("None.")));
        assertRefused(
                "facts.happenedOn",
                FactRefused.Rule.MUST_BE_KNOWN,
                () -> nfa(facts(TestProceedings.UNKNOWN, DecisionMaker.POLICE), TestProceedings.reason("None.")));
    }

    private void nfa(TrackFacts facts, TrackWords words) {
        var told = new NewOutcome(
                new Code("home-office-2014", "15"), List.of(), facts, words, new VictimSays(Answer.NO, null), null);
        proceedings.outcome(id, Track.CRIMINAL, told, advocate);
    }

    @Test
    void anOutcomeThatRestsOnTheVictimAsksTheVictim() {
        proceedings.told(id, advocate);
        var silent = homeOffice("16", "2026-11-20");
        var told = new NewOutcome(silent.outcome(), List.of(), silent.facts(), silent.words(), null, null);

        assertRefused(
                "victim", FactRefused.Rule.NEEDED_HERE, () -> proceedings.outcome(id, Track.CRIMINAL, told, advocate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-31", "2020-02-01"})
    void outcomesOfTwoSchemesAreNeverMixed(String complaintMade) {
        var isOld = complaintMade.equals("2020-01-31");
        proceedings.told(id, advocate);
        proceedings.step(id, Step.COMPLAINT_MADE, on(complaintMade), advocate);
        var before = version();

        assertThatExceptionOfType(FactRefused.class)
                .isThrownBy(() -> complaintOutcome(
                        isOld
                                ? new Code("complaint-2020", "no-case-to-answer")
                                : new Code("complaint-pre-2020", "upheld")))
                .satisfies(refused -> {
                    assertThat(refused.rule()).isEqualTo(FactRefused.Rule.SCHEME_DOES_NOT_FIT);
                    assertThat(refused.allowed())
                            .containsExactlyElementsOf(
                                    isOld
                                            ? List.of("complaint-pre-2020", "misconduct-pre-2020")
                                            : List.of("complaint-2020", "misconduct-2020"));
                });
        assertThat(version()).isEqualTo(before);
        complaintOutcome(isOld ? new Code("complaint-pre-2020", "upheld") : new Code("complaint-2020", "resolved"));
    }

    private void complaintOutcome(Code code) {
        var told = new NewOutcome(
                code,
                List.of(),
                facts(on("2026-11-20"), DecisionMaker.PROFESSIONAL_STANDARDS),
                TestProceedings.reason("As they wrote."),
                null,
                null);
        proceedings.outcome(id, Track.MISCONDUCT, told, advocate);
    }

    @Test
    void whoDoesNotKnowTheDayOfTheComplaintMayChooseTheSchemeAndMustSaySo() {
        proceedings.told(id, advocate);
        assertRefused(
                "outcome",
                FactRefused.Rule.COMPLAINT_NEEDED_FIRST,
                () -> complaintOutcome(new Code("complaint-pre-2020", "upheld")));

        proceedings.step(id, Step.COMPLAINT_MADE, TestProceedings.UNKNOWN, advocate);
        complaintOutcome(new Code("complaint-pre-2020", "upheld"));

        assertThat(view().allegations().get(0).tracks().get(1).outcome())
                .isEqualTo(new Code("complaint-pre-2020", "upheld"));
    }

    @Test
    void anOutcomeOfAnotherTrackIsRefusedWithTheSchemesOfThisOne() {
        proceedings.told(id, advocate);
        var told = homeOffice("1", "2026-11-20");

        assertThatExceptionOfType(FactRefused.class)
                .isThrownBy(() -> proceedings.outcome(id, Track.FAMILY_COURT, told, advocate))
                .satisfies(refused -> {
                    assertThat(refused.rule()).isEqualTo(FactRefused.Rule.OTHER_TRACK);
                    assertThat(refused.allowed()).containsExactly("family-court");
                });
    }

    @Test
    void noCaseToAnswerStartsTheClockOfAComplaintsReview() {
        proceedings.told(id, advocate);
        proceedings.step(id, Step.COMPLAINT_MADE, on("2026-10-01"), advocate);

        complaintOutcome(new Code("complaint-2020", "no-case-to-answer"));

        assertThat(timers("PC-REVIEW")).hasSize(1);
    }
}
