package org.candour.casework.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.candour.casework.proceedings.TestProceedings.allegation;
import static org.candour.casework.proceedings.TestProceedings.allegationFacts;
import static org.candour.casework.proceedings.TestProceedings.answers;
import static org.candour.casework.proceedings.TestProceedings.facts;
import static org.candour.casework.proceedings.TestProceedings.homeOffice;
import static org.candour.casework.proceedings.TestProceedings.on;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Facts;
import org.candour.access.NoSuchThing;
import org.candour.access.TestAccess;
import org.candour.casework.VersionConflict;
import org.candour.casework.timers.Timer;
import org.candour.casework.timers.TimerState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProceedingsTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestProceedings PROCEEDINGS = new TestProceedings(ACCESS);

    private final Actor advocate = ACCESS.advocate();
    private CaseId id = CaseId.next();

    @BeforeEach
    void grant() {
        id = PROCEEDINGS.granted(advocate);
    }

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private ProceedingsView view() {
        return PROCEEDINGS.view.view(id, advocate);
    }

    private long version() {
        return PROCEEDINGS.register.of(id).version();
    }

    private void assertRefused(String field, FactRefused.Rule rule, ThrowingCallable call) {
        var before = version();
        assertThatExceptionOfType(FactRefused.class).isThrownBy(call).satisfies(refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.rule()).isEqualTo(rule);
        });
        assertThat(version()).isEqualTo(before);
    }

    private List<Timer> timers(String rule) {
        return PROCEEDINGS.register.of(id).clock().timers().stream()
                .filter(timer -> timer.rule().id().equals(rule))
                .toList();
    }

    @Test
    void nothingIsStoredBeforeSomethingIsTold() {
        assertThat(view().version()).isZero();
        assertThat(view().allegations()).isEmpty();
    }

    @Test
    void whatIsToldIsReadAsItWasTold() {
        var words = new AllegationWords("He came back after the call.", "She had called about a burglary.");
        var told = new NewAllegation(allegationFacts("J1", 0, "westmarch", List.of()), words);

        var answer = PROCEEDINGS.recordAllegation.record(id, told, 0, advocate);

        assertThat(answer.version()).isEqualTo(1);
        assertThat(view().allegations()).singleElement().satisfies(allegation -> {
            assertThat(allegation.id()).isEqualTo(answer.id());
            assertThat(allegation.versions()).singleElement().satisfies(version -> {
                assertThat(version.facts()).isEqualTo(told.facts());
                assertThat(version.words()).isEqualTo(words);
            });
        });
    }

    @Test
    void whatIsWrittenIsSealedInTheStore() {
        var words = new AllegationWords("Canary in words", null);
        PROCEEDINGS.recordAllegation.record(
                id, new NewAllegation(allegationFacts("J1", 0, "westmarch", List.of()), words), 0, advocate);
        PROCEEDINGS.moveAllegation.move(
                id, view().allegations().get(0).id(), AllegationState.CLOSED, "Canary reason", 1, advocate);

        var stored = ACCESS.mongo.getCollection("proceedings").find().into(new java.util.ArrayList<>());

        assertThat(stored.toString()).doesNotContain("Canary");
    }

    @Test
    void ofTwoWhoTellFirstThingsTheSecondIsToldTheVersionAndNothingIsLost() {
        PROCEEDINGS.told(id, advocate);

        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> PROCEEDINGS.recordAllegation.record(id, allegation("F"), 0, advocate))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo(1));
        assertThat(view().allegations()).hasSize(1);
    }

    /** Both have read that nothing is told: the store decides. */
    @Test
    void ofTwoWhoSaveTheFirstThingAtOnceTheSecondIsToldTheVersion() {
        var theirs = Proceedings.untold(id);
        PROCEEDINGS.told(id, advocate);

        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> PROCEEDINGS.register.save(theirs))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo(1));
    }

    @Test
    void whoHoldsNoGrantIsToldThatThereIsNothing() {
        var other = ACCESS.advocate();
        var allegation = PROCEEDINGS.told(id, advocate);

        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> PROCEEDINGS.view.view(id, other));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> PROCEEDINGS.recordAllegation.record(id, allegation("F"), 1, other));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> PROCEEDINGS.screen(id, allegation, answers(), other));
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> PROCEEDINGS.view.view(id, ACCESS.investigator()));
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void aPersonWhoIsNotInTheReportCannotBeComplainedOf() {
        var nobody = new NewAllegation(allegationFacts("J1", 1, "westmarch", List.of()), null);

        assertRefused("facts.accused", FactRefused.Rule.NOT_KNOWN, () -> PROCEEDINGS.told(id, nobody, advocate));
    }

    @Test
    void aForceThatNobodyKnowsIsRefusedAndUnknownIsNot() {
        var strange = new NewAllegation(allegationFacts("J1", 0, "atlantis", List.of()), null);
        var unknown = new NewAllegation(allegationFacts("J1", 0, "UNKNOWN", List.of()), null);

        assertRefused("facts.forceThen", FactRefused.Rule.NOT_KNOWN, () -> PROCEEDINGS.told(id, strange, advocate));
        assertThat(PROCEEDINGS.told(id, unknown, advocate)).isNotNull();
    }

    @Test
    void aCategoryOfAnotherSchemeIsRefused() {
        assertRefused(
                "facts.category", FactRefused.Rule.NOT_KNOWN, () -> PROCEEDINGS.told(id, allegation("Y"), advocate));
    }

    @Test
    void aRelatedCaseNeedsAGrantThereTooAndIsShownToNobodyElse() {
        var theirs = PROCEEDINGS.granted(ACCESS.advocate());
        var mine = PROCEEDINGS.granted(advocate);
        var colleague = ACCESS.advocate();
        ACCESS.grant(id, colleague);

        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> PROCEEDINGS.told(
                        id,
                        new NewAllegation(allegationFacts("J1", 0, "westmarch", List.of(theirs.value())), null),
                        advocate));
        PROCEEDINGS.told(
                id, new NewAllegation(allegationFacts("J1", 0, "westmarch", List.of(mine.value())), null), advocate);

        assertThat(related(advocate)).containsExactly(mine.value());
        assertThat(related(colleague)).isEmpty();
    }

    private List<UUID> related(Actor reader) {
        return PROCEEDINGS
                .view
                .view(id, reader)
                .allegations()
                .get(0)
                .versions()
                .get(0)
                .facts()
                .relatedCases();
    }

    @Test
    void aCorrectionIsAnAdditionAndWhatWasToldStays() {
        var allegation = PROCEEDINGS.told(id, advocate);

        PROCEEDINGS.recordAllegation.correct(id, allegation, allegation("G2"), 1, advocate);

        assertThat(view().allegations().get(0).versions())
                .extracting(version -> version.facts().category().code())
                .containsExactly("J1", "G2");
    }

    @Test
    void anAllegationThatIsNotHereCannotBeCorrectedMovedOrScreened() {
        var nobodys = UUID.randomUUID();

        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> PROCEEDINGS.recordAllegation.correct(id, nobodys, allegation("F"), 0, advocate));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() ->
                        PROCEEDINGS.moveAllegation.move(id, nobodys, AllegationState.CLOSED, "Over.", 0, advocate));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> PROCEEDINGS.screen(id, nobodys, answers(), advocate));
        assertThat(version()).isZero();
    }

    @Test
    void aWithdrawnAllegationStaysAndIsNotClosedFromThere() {
        var allegation = PROCEEDINGS.told(id, advocate);
        PROCEEDINGS.moveAllegation.move(id, allegation, AllegationState.WITHDRAWN, "She is afraid.", 1, advocate);

        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() ->
                        PROCEEDINGS.moveAllegation.move(id, allegation, AllegationState.CLOSED, "Over.", 2, advocate))
                .satisfies(conflict -> {
                    assertThat(conflict.current()).isEqualTo("WITHDRAWN");
                    assertThat(conflict.allowed()).containsExactly("OPEN");
                });
        assertThat(view().allegations()).singleElement().satisfies(view -> {
            assertThat(view.state()).isEqualTo(AllegationState.WITHDRAWN);
            assertThat(view.versions()).hasSize(1);
            assertThat(view.moves()).extracting(AllegationView.MoveView::reason).containsExactly("She is afraid.");
        });
    }

    @Test
    void aScreeningThatLeavesAQuestionOutIsRefused() {
        var allegation = PROCEEDINGS.told(id, advocate);
        var incomplete = new EnumMap<>(answers());
        incomplete.remove(ScreeningQuestion.SERIOUS_ASSAULT);

        assertRefused(
                "answers.SERIOUS_ASSAULT",
                FactRefused.Rule.ANSWER_MISSING,
                () -> PROCEEDINGS.screen(id, allegation, incomplete, advocate));
    }

    @Test
    void aSecondYesStartsNoSecondClockWhileTheFirstRuns() {
        var allegation = PROCEEDINGS.told(id, advocate);
        PROCEEDINGS.screen(id, allegation, answers(ScreeningQuestion.SERIOUS_ASSAULT), advocate);

        PROCEEDINGS.screen(
                id, allegation, answers(ScreeningQuestion.SERIOUS_ASSAULT, ScreeningQuestion.CHIEF_OFFICER), advocate);

        assertThat(timers("IOPC-REF")).hasSize(1);
    }

    @Test
    void aReferralEndsTheClockAndTheAlarmAndNewFactsStartThemAgain() {
        var allegation = PROCEEDINGS.told(id, advocate);
        PROCEEDINGS.screen(id, allegation, answers(ScreeningQuestion.SERIOUS_ASSAULT), advocate);

        refer(ReferralDecision.MANDATORY);

        assertThat(timers("IOPC-REF")).extracting(Timer::state).containsExactly(TimerState.MET);
        assertThat(PROCEEDINGS.up(id)).doesNotContain(AlarmKind.REFERRAL_MISSING);

        ACCESS.clock.advance(Duration.ofMinutes(1));
        PROCEEDINGS.screen(
                id,
                allegation,
                answers(ScreeningQuestion.SERIOUS_ASSAULT, ScreeningQuestion.SERIOUS_CORRUPTION),
                advocate);

        assertThat(timers("IOPC-REF")).hasSize(2);
        assertThat(PROCEEDINGS.up(id)).contains(AlarmKind.REFERRAL_MISSING);
    }

    @Test
    void aDecisionAgainstAReferralEndsNeitherTheClockNorTheAlarm() {
        var allegation = PROCEEDINGS.told(id, advocate);
        PROCEEDINGS.screen(id, allegation, answers(ScreeningQuestion.SERIOUS_ASSAULT), advocate);

        refer(ReferralDecision.NOT_REFERRED);

        assertThat(timers("IOPC-REF")).extracting(Timer::state).containsExactly(TimerState.RUNNING);
        assertThat(PROCEEDINGS.up(id)).contains(AlarmKind.REFERRAL_MISSING);
    }

    private void refer(ReferralDecision decision) {
        var told = new NewReferral(
                decision,
                List.of(),
                java.util.Set.of(ScreeningQuestion.SERIOUS_ASSAULT),
                facts(on("2026-11-22"), DecisionMaker.APPROPRIATE_AUTHORITY),
                TestProceedings.reason("As the force wrote."));
        PROCEEDINGS.recordReferral.record(id, told, version(), advocate);
    }

    @Test
    void aDecisionAgainstAReferralNeedsAReason() {
        PROCEEDINGS.told(id, advocate);
        var told = new NewReferral(
                ReferralDecision.NOT_REFERRED,
                List.of(),
                java.util.Set.of(),
                facts(on("2026-11-20"), DecisionMaker.APPROPRIATE_AUTHORITY),
                null);

        assertRefused(
                "words.reason",
                FactRefused.Rule.NEEDED_HERE,
                () -> PROCEEDINGS.recordReferral.record(id, told, version(), advocate));
    }

    @Test
    void aStepStartsItsClocksInTheSameWrite() {
        PROCEEDINGS.told(id, advocate);
        var before = version();

        PROCEEDINGS.step(id, Step.SUSPECT_ARRESTED, on("2026-11-20"), advocate);

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
                () -> PROCEEDINGS.step(id, Step.REPORTED_TO_POLICE, on("2026-11-20"), advocate));
    }

    @Test
    void aStepThatTheTableDoesNotHaveIsRefusedWithThoseThatItHas() {
        PROCEEDINGS.told(id, advocate);
        PROCEEDINGS.step(id, Step.CASE_DECIDED, on("2026-11-20"), advocate);
        var before = version();

        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> PROCEEDINGS.step(id, Step.REPORTED_TO_POLICE, on("2026-11-21"), advocate))
                .satisfies(conflict -> {
                    assertThat(conflict.current()).isEqualTo("CONCLUDED");
                    assertThat(conflict.allowed()).containsExactly("UNDER_APPEAL", "UNDER_INVESTIGATION");
                });
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void aStepOfAnotherTrackAndOneOfAnOutcomeAreRefused() {
        PROCEEDINGS.told(id, advocate);
        var arrest = new NewStep(
                Step.SUSPECT_ARRESTED, List.of(), facts(on("2026-11-20"), DecisionMaker.POLICE), null, null);

        assertRefused(
                "step",
                FactRefused.Rule.OTHER_TRACK,
                () -> PROCEEDINGS.recordStep.record(id, Track.MISCONDUCT, arrest, version(), advocate));
        assertRefused(
                "step",
                FactRefused.Rule.OUTCOME_NEEDED,
                () -> PROCEEDINGS.step(id, Step.DECIDED_NOT_TO_PROSECUTE, on("2026-11-20"), advocate));
    }

    @Test
    void aDayThatHasNotComeIsRefused() {
        PROCEEDINGS.told(id, advocate);

        assertRefused(
                "facts.happenedOn",
                FactRefused.Rule.IN_THE_FUTURE,
                () -> PROCEEDINGS.step(id, Step.REPORTED_TO_POLICE, on("2027-01-01"), advocate));
    }

    @Test
    void aTrackOfOneAllegationDoesNotMoveThatOfAnother() {
        var first = PROCEEDINGS.told(id, advocate);
        var second = PROCEEDINGS.told(id, allegation("F"), advocate);
        var told = new NewStep(Step.CHARGED, List.of(first), facts(on("2026-11-20"), DecisionMaker.CPS), null, null);
        PROCEEDINGS.recordStep.record(id, Track.CRIMINAL, told, version(), advocate);

        var history = PROCEEDINGS.register.of(id).history();

        assertThat(history.state(Track.CRIMINAL, first)).isEqualTo(CriminalState.CHARGED);
        assertThat(history.state(Track.CRIMINAL, second)).isEqualTo(CriminalState.NOT_BEGUN);
    }

    @Test
    void aCorrectionTakesThePlaceOfItsErrorAndItsClocksAreSuperseded() {
        PROCEEDINGS.told(id, advocate);
        var error = PROCEEDINGS.step(id, Step.SUSPECT_ARRESTED, on("2026-11-20"), advocate);
        PROCEEDINGS.step(id, Step.SENT_TO_PROSECUTOR, on("2026-11-21"), advocate);
        var told = new NewStep(
                Step.INTERVIEWED_UNDER_CAUTION,
                List.of(),
                facts(on("2026-11-20"), DecisionMaker.POLICE),
                null,
                error.id());

        PROCEEDINGS.recordStep.record(id, Track.CRIMINAL, told, version(), advocate);

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
        PROCEEDINGS.told(id, advocate);
        var first = PROCEEDINGS.step(id, Step.REPORTED_TO_POLICE, on("2026-11-19"), advocate);
        PROCEEDINGS.step(id, Step.CRIME_RECORDED, on("2026-11-20"), advocate);
        var told = new NewStep(
                Step.CASE_DECIDED, List.of(), facts(on("2026-11-19"), DecisionMaker.COURT), null, first.id());
        var before = version();

        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> PROCEEDINGS.recordStep.record(id, Track.CRIMINAL, told, before, advocate));
        assertThat(version()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "10", "15", "17", "21"})
    void aDecisionNotToActThatIsCoveredStartsTheRightToReview(String code) {
        PROCEEDINGS.told(id, advocate);

        PROCEEDINGS.outcome(id, Track.CRIMINAL, homeOffice(code, "2026-11-20"), advocate);

        assertThat(timers("VC6-NFA")).hasSize(1);
        assertThat(timers("VRR-POL-REQ"))
                .singleElement()
                .satisfies(timer -> assertThat(timer.dueAt()).isEqualTo("2027-02-20T23:59:59Z"));
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
        PROCEEDINGS.told(id, advocate);

        PROCEEDINGS.outcome(id, Track.CRIMINAL, homeOffice(code, "2026-11-20"), advocate);

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
        PROCEEDINGS.told(id, advocate);
        var told = new NewOutcome(
                new Code("home-office-2014", "16"),
                List.of(),
                facts(on("2026-11-20"), DecisionMaker.POLICE, List.of(new KnownTo(KnownTo.VICTIM, on("2026-11-20")))),
                TestProceedings.reason("They say that she withdrew."),
                new VictimSays(Answer.YES, "I never said that."),
                null);

        PROCEEDINGS.outcome(id, Track.CRIMINAL, told, advocate);

        assertThat(timers("VRR-POL-REQ")).hasSize(1);
        assertThat(review().reason()).isEqualTo(ReviewRight.Reason.VICTIM_DISPUTES_WITHDRAWAL);
        assertThat(view().steps().get(0).victim()).isEqualTo(told.victim());
    }

    @Test
    void whatTheProsecutorDecidedStartsTheProsecutorsClocks() {
        PROCEEDINGS.told(id, advocate);
        var decision = homeOffice("9", "2026-11-20");
        var told = new NewOutcome(
                decision.outcome(),
                List.of(),
                facts(on("2026-11-20"), DecisionMaker.CPS),
                decision.words(),
                null,
                null);

        PROCEEDINGS.outcome(id, Track.CRIMINAL, told, advocate);

        assertThat(timers("VC6-CPS")).hasSize(1);
        assertThat(timers("VRR-CPS-REQ")).hasSize(1);
        assertThat(timers("VC6-NFA")).isEmpty();
    }

    @Test
    void aDecisionOlderThanTheSchemeOfReviewHasNone() {
        PROCEEDINGS.told(id, advocate);

        PROCEEDINGS.outcome(id, Track.CRIMINAL, homeOffice("15", "2015-03-31"), advocate);

        assertThat(review().reason()).isEqualTo(ReviewRight.Reason.BEFORE_SCHEME_BEGAN);
        assertThat(timers("VRR-POL-REQ")).isEmpty();
    }

    @Test
    void aDecisionNotToActNeedsAReasonADecisionMakerAndADay() {
        PROCEEDINGS.told(id, advocate);
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
        PROCEEDINGS.outcome(id, Track.CRIMINAL, told, advocate);
    }

    @Test
    void anOutcomeThatRestsOnTheVictimAsksTheVictim() {
        PROCEEDINGS.told(id, advocate);
        var silent = homeOffice("16", "2026-11-20");
        var told = new NewOutcome(silent.outcome(), List.of(), silent.facts(), silent.words(), null, null);

        assertRefused(
                "victim", FactRefused.Rule.NEEDED_HERE, () -> PROCEEDINGS.outcome(id, Track.CRIMINAL, told, advocate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-31", "2020-02-01"})
    void outcomesOfTwoSchemesAreNeverMixed(String complaintMade) {
        var isOld = complaintMade.equals("2020-01-31");
        PROCEEDINGS.told(id, advocate);
        PROCEEDINGS.step(id, Step.COMPLAINT_MADE, on(complaintMade), advocate);
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
        PROCEEDINGS.outcome(id, Track.MISCONDUCT, told, advocate);
    }

    @Test
    void whoDoesNotKnowTheDayOfTheComplaintMayChooseTheSchemeAndMustSaySo() {
        PROCEEDINGS.told(id, advocate);
        assertRefused(
                "outcome",
                FactRefused.Rule.COMPLAINT_NEEDED_FIRST,
                () -> complaintOutcome(new Code("complaint-pre-2020", "upheld")));

        PROCEEDINGS.step(id, Step.COMPLAINT_MADE, TestProceedings.UNKNOWN, advocate);
        complaintOutcome(new Code("complaint-pre-2020", "upheld"));

        assertThat(view().allegations().get(0).tracks().get(1).outcome())
                .isEqualTo(new Code("complaint-pre-2020", "upheld"));
    }

    @Test
    void anOutcomeOfAnotherTrackIsRefusedWithTheSchemesOfThisOne() {
        PROCEEDINGS.told(id, advocate);
        var told = homeOffice("1", "2026-11-20");

        assertThatExceptionOfType(FactRefused.class)
                .isThrownBy(() -> PROCEEDINGS.outcome(id, Track.FAMILY_COURT, told, advocate))
                .satisfies(refused -> {
                    assertThat(refused.rule()).isEqualTo(FactRefused.Rule.OTHER_TRACK);
                    assertThat(refused.allowed()).containsExactly("family-court");
                });
    }

    @Test
    void noCaseToAnswerStartsTheClockOfAComplaintsReview() {
        PROCEEDINGS.told(id, advocate);
        PROCEEDINGS.step(id, Step.COMPLAINT_MADE, on("2026-10-01"), advocate);

        complaintOutcome(new Code("complaint-2020", "no-case-to-answer"));

        assertThat(timers("PC-REVIEW")).hasSize(1);
    }

    @Test
    void conductThatIsCriminalOnItsFaceAlarmsUntilACrimeReferenceIsThere() {
        PROCEEDINGS.told(id, advocate);
        assertThat(PROCEEDINGS.up(id)).contains(AlarmKind.CRIME_REFERENCE_MISSING, AlarmKind.MISCONDUCT_TRACK_MISSING);
        var told = new NewStep(
                Step.CRIME_RECORDED,
                List.of(),
                facts(on("2026-11-20"), DecisionMaker.POLICE),
                new TrackWords(null, null, "WM/4711/26"),
                null);

        PROCEEDINGS.recordStep.record(id, Track.CRIMINAL, told, version(), advocate);

        assertThat(PROCEEDINGS.up(id))
                .doesNotContain(AlarmKind.CRIME_REFERENCE_MISSING)
                .contains(AlarmKind.MISCONDUCT_TRACK_MISSING);
    }

    @Test
    void conductThatIsNotCriminalOnItsFaceAlarmsWhenTheScreeningSaysSo() {
        var allegation = PROCEEDINGS.told(id, allegation("H"), advocate);
        assertThat(PROCEEDINGS.up(id)).isEmpty();

        PROCEEDINGS.screen(id, allegation, answers(ScreeningQuestion.RELEVANT_OFFENCE), advocate);

        assertThat(PROCEEDINGS.up(id))
                .containsExactlyInAnyOrder(
                        AlarmKind.CRIME_REFERENCE_MISSING,
                        AlarmKind.REFERRAL_MISSING,
                        AlarmKind.MISCONDUCT_TRACK_MISSING);
    }

    @Test
    void aClosedAlarmIsUpAgainWhenSomethingNewRaisesIt() {
        var allegation = PROCEEDINGS.told(id, advocate);
        var alarm = new AlarmId(AlarmKind.CRIME_REFERENCE_MISSING, allegation);
        PROCEEDINGS.closeAlarm.close(id, alarm, "Reported under another name.", version(), advocate);
        assertThat(PROCEEDINGS.up(id)).doesNotContain(AlarmKind.CRIME_REFERENCE_MISSING);
        assertThat(view().alarms()).filteredOn(Alarm::isClosed).hasSize(1);
        assertThat(view().remarks())
                .extracting(Remark::about, Remark::did, Remark::words)
                .containsExactly(tuple(alarm.toString(), Remark.Did.CLOSED, "Reported under another name."));

        ACCESS.clock.advance(Duration.ofMinutes(1));
        PROCEEDINGS.recordAllegation.correct(id, allegation, allegation("G2"), version(), advocate);

        assertThat(PROCEEDINGS.up(id)).contains(AlarmKind.CRIME_REFERENCE_MISSING);
    }

    @Test
    void anAlarmThatIsNotUpCannotBeClosedNorOneThatIsClosed() {
        var allegation = PROCEEDINGS.told(id, advocate);
        var alarm = new AlarmId(AlarmKind.CRIME_REFERENCE_MISSING, allegation);
        var other = new AlarmId(AlarmKind.EMPLOYMENT_UNKNOWN, allegation);

        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> PROCEEDINGS.closeAlarm.close(id, other, "No.", version(), advocate));
        PROCEEDINGS.closeAlarm.close(id, alarm, "Reported elsewhere.", version(), advocate);
        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> PROCEEDINGS.closeAlarm.close(id, alarm, "Again.", version(), advocate));
    }

    @Test
    void anOutcomeThatNobodyKnowsForTooLongBecomesATask() {
        var allegation = PROCEEDINGS.told(id, allegation("H"), advocate);
        PROCEEDINGS.screen(id, allegation, TestProceedings.known(), advocate);
        var told = new NewOutcome(
                Code.UNKNOWN, List.of(), facts(TestProceedings.UNKNOWN, DecisionMaker.UNKNOWN), null, null, null);

        ACCESS.clock.advance(Duration.ofDays(28));
        ACCESS.grant(id, advocate);
        assertThat(PROCEEDINGS.up(id))
                .containsExactlyInAnyOrder(
                        AlarmKind.CRIMINAL_OUTCOME_UNKNOWN,
                        AlarmKind.MISCONDUCT_OUTCOME_UNKNOWN,
                        AlarmKind.EMPLOYMENT_UNKNOWN);
        PROCEEDINGS.outcome(id, Track.CRIMINAL, told, advocate);

        assertThat(PROCEEDINGS.up(id)).doesNotContain(AlarmKind.CRIMINAL_OUTCOME_UNKNOWN);
        assertThat(tasks())
                .extracting(Task::kind)
                .containsExactly(TaskKind.EMPLOYMENT_UNKNOWN, TaskKind.MISCONDUCT_OUTCOME_UNKNOWN);
        ACCESS.clock.advance(Duration.ofDays(28));
        assertThat(PROCEEDINGS.up(id)).contains(AlarmKind.CRIMINAL_OUTCOME_UNKNOWN);
    }

    private List<Task> tasks() {
        return PROCEEDINGS.workOnTasks.list(id, advocate).tasks();
    }

    @Test
    void aTaskIsPutOffWithAReasonAndOpenAgainOnItsDay() {
        PROCEEDINGS.told(id, advocate);
        var task = task(TaskKind.CRIME_REFERENCE_MISSING);
        var today = LocalDate.ofInstant(ACCESS.clock.instant(), java.time.ZoneOffset.UTC);

        assertRefused(
                "until",
                FactRefused.Rule.IN_THE_PAST,
                () -> PROCEEDINGS.workOnTasks.snooze(id, task, today, "Later.", version(), advocate));
        PROCEEDINGS.workOnTasks.snooze(id, task, today.plusDays(3), "He is away.", version(), advocate);
        assertThat(state(task)).isEqualTo(TaskState.SNOOZED);
        ACCESS.clock.advance(Duration.ofDays(3));
        ACCESS.grant(id, advocate);

        assertThat(state(task)).isEqualTo(TaskState.OPEN);
    }

    private TaskState state(TaskId id) {
        return tasks().stream()
                .filter(task -> task.id().equals(id.toString()))
                .map(Task::state)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTaskOfATimerIsDoneOnceAndOneOfAnAlarmOnlyWithTheAlarm() {
        PROCEEDINGS.told(id, advocate);
        PROCEEDINGS.step(id, Step.SUSPECT_ARRESTED, on("2026-11-20"), advocate);
        var ofTimer = task(TaskKind.TIMER);
        var ofAlarm = task(TaskKind.CRIME_REFERENCE_MISSING);

        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> PROCEEDINGS.workOnTasks.finish(id, ofAlarm, "Done.", version(), advocate))
                .satisfies(conflict -> assertThat(conflict.allowed()).containsExactly("SNOOZED"));
        PROCEEDINGS.workOnTasks.finish(id, ofTimer, "The victim has a letter.", version(), advocate);

        assertThat(state(ofTimer)).isEqualTo(TaskState.DONE);
        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> PROCEEDINGS.workOnTasks.finish(id, ofTimer, "Again.", version(), advocate))
                .satisfies(conflict -> assertThat(conflict.allowed()).isEmpty());
    }

    private TaskId task(TaskKind kind) {
        return tasks().stream()
                .filter(task -> task.kind() == kind)
                .findFirst()
                .map(task -> TaskId.of(task.id()))
                .orElseThrow();
    }

    @Test
    void aReferredComplaintThatIsWithdrawnMustBeToldToTheIopc() {
        PROCEEDINGS.told(id, advocate);
        PROCEEDINGS.step(id, Step.COMPLAINT_MADE, on("2026-11-19"), advocate);
        refer(ReferralDecision.MANDATORY);

        PROCEEDINGS.step(id, Step.COMPLAINT_WITHDRAWN, on("2026-11-21"), advocate);

        assertThat(tasks()).extracting(Task::kind).contains(TaskKind.TELL_IOPC_OF_WITHDRAWAL);
    }

    @Test
    void theNextDayThatSomethingIsDueIsKeptForLists() {
        var allegation = PROCEEDINGS.told(id, allegation("H"), advocate);
        PROCEEDINGS.screen(id, allegation, TestProceedings.known(), advocate);
        assertThat(PROCEEDINGS.register.of(id).nextDueOn()).isEmpty();

        PROCEEDINGS.step(id, Step.COMPLAINT_MADE, on("2026-11-20"), advocate);

        assertThat(PROCEEDINGS.register.of(id).nextDueOn()).contains(LocalDate.parse("2026-12-18"));
        assertThat(dueInLists(id)).contains(LocalDate.parse("2026-12-18"));
    }

    /** The process dies between the two writes. */
    @Test
    void whatACrashKeptFromTheListsIsMadeGood() {
        var allegation = PROCEEDINGS.told(id, allegation("H"), advocate);
        PROCEEDINGS.screen(id, allegation, TestProceedings.known(), advocate);
        PROCEEDINGS.step(id, Step.COMPLAINT_MADE, on("2026-11-20"), advocate);
        ACCESS.cases.describe(
                id, known -> known.due(ProceedingsRegister.PART, Optional.empty(), ACCESS.clock.instant()));

        new DescribeDueAgain(PROCEEDINGS.register, ACCESS.cases).tick();

        assertThat(dueInLists(id)).contains(LocalDate.parse("2026-12-18"));
    }

    private static Optional<LocalDate> dueInLists(CaseId id) {
        return ACCESS.cases.factsOf(List.of(id)).values().stream().findFirst().flatMap(Facts::nextDueOn);
    }
}
