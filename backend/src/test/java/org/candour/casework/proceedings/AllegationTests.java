package org.candour.casework.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.candour.casework.proceedings.TestProceedings.allegation;
import static org.candour.casework.proceedings.TestProceedings.allegationFacts;
import static org.candour.casework.proceedings.TestProceedings.answers;
import static org.candour.casework.proceedings.TestProceedings.facts;
import static org.candour.casework.proceedings.TestProceedings.on;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.candour.access.Actor;
import org.candour.access.NoSuchThing;
import org.candour.casework.VersionConflict;
import org.candour.casework.timers.Timer;
import org.candour.casework.timers.TimerState;
import org.junit.jupiter.api.Test;

class AllegationTests extends ProceedingsHarness {
    @Test
    void nothingIsStoredBeforeSomethingIsTold() {
        assertThat(view().version()).isZero();
        assertThat(view().allegations()).isEmpty();
    }

    @Test
    void whatIsToldIsReadAsItWasTold() {
        var words = new AllegationWords("He came back after the call.", "She had called about a burglary.");
        var told = new NewAllegation(allegationFacts("J1", 0, "westmarch", List.of()), words);

        var answer = proceedings.recordAllegation.record(id, told, 0, advocate);

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
        proceedings.recordAllegation.record(
                id, new NewAllegation(allegationFacts("J1", 0, "westmarch", List.of()), words), 0, advocate);
        proceedings.moveAllegation.move(
                id, view().allegations().get(0).id(), AllegationState.CLOSED, "Canary reason", 1, advocate);

        var stored = access.mongo.getCollection("proceedings").find().into(new java.util.ArrayList<>());

        assertThat(stored.toString()).doesNotContain("Canary");
    }

    @Test
    void ofTwoWhoTellFirstThingsTheSecondIsToldTheVersionAndNothingIsLost() {
        proceedings.told(id, advocate);

        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> proceedings.recordAllegation.record(id, allegation("F"), 0, advocate))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo(1));
        assertThat(view().allegations()).hasSize(1);
    }

    /** Both have read that nothing is told: the store decides. */
    @Test
    void ofTwoWhoSaveTheFirstThingAtOnceTheSecondIsToldTheVersion() {
        var theirs = Proceedings.untold(id);
        proceedings.told(id, advocate);

        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> proceedings.register.save(theirs))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo(1));
    }

    @Test
    void whoHoldsNoGrantIsToldThatThereIsNothing() {
        var other = access.advocate();
        var allegation = proceedings.told(id, advocate);

        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> proceedings.view.view(id, other));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> proceedings.recordAllegation.record(id, allegation("F"), 1, other));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> proceedings.screen(id, allegation, answers(), other));
        assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> proceedings.view.view(id, access.investigator()));
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void aPersonWhoIsNotInTheReportCannotBeComplainedOf() {
        var nobody = new NewAllegation(allegationFacts("J1", 1, "westmarch", List.of()), null);

        assertRefused("facts.accused", FactRefused.Rule.NOT_KNOWN, () -> proceedings.told(id, nobody, advocate));
    }

    @Test
    void aForceThatNobodyKnowsIsRefusedAndUnknownIsNot() {
        var strange = new NewAllegation(allegationFacts("J1", 0, "atlantis", List.of()), null);
        var unknown = new NewAllegation(allegationFacts("J1", 0, "UNKNOWN", List.of()), null);

        assertRefused("facts.forceThen", FactRefused.Rule.NOT_KNOWN, () -> proceedings.told(id, strange, advocate));
        assertThat(proceedings.told(id, unknown, advocate)).isNotNull();
    }

    @Test
    void aCategoryOfAnotherSchemeIsRefused() {
        assertRefused(
                "facts.category", FactRefused.Rule.NOT_KNOWN, () -> proceedings.told(id, allegation("Y"), advocate));
    }

    @Test
    void aRelatedCaseNeedsAGrantThereTooAndIsShownToNobodyElse() {
        var theirs = proceedings.granted(access.advocate());
        var mine = proceedings.granted(advocate);
        var colleague = access.advocate();
        access.grant(id, colleague);

        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> proceedings.told(
                        id,
                        new NewAllegation(allegationFacts("J1", 0, "westmarch", List.of(theirs.value())), null),
                        advocate));
        proceedings.told(
                id, new NewAllegation(allegationFacts("J1", 0, "westmarch", List.of(mine.value())), null), advocate);

        assertThat(related(advocate)).containsExactly(mine.value());
        assertThat(related(colleague)).isEmpty();
    }

    private List<UUID> related(Actor reader) {
        return proceedings
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
        var allegation = proceedings.told(id, advocate);

        proceedings.recordAllegation.correct(id, allegation, allegation("G2"), 1, advocate);

        assertThat(view().allegations().get(0).versions())
                .extracting(version -> version.facts().category().code())
                .containsExactly("J1", "G2");
    }

    @Test
    void anAllegationThatIsNotHereCannotBeCorrectedMovedOrScreened() {
        var nobodys = UUID.randomUUID();

        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> proceedings.recordAllegation.correct(id, nobodys, allegation("F"), 0, advocate));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() ->
                        proceedings.moveAllegation.move(id, nobodys, AllegationState.CLOSED, "Over.", 0, advocate));
        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> proceedings.screen(id, nobodys, answers(), advocate));
        assertThat(version()).isZero();
    }

    @Test
    void aWithdrawnAllegationStaysAndIsNotClosedFromThere() {
        var allegation = proceedings.told(id, advocate);
        proceedings.moveAllegation.move(id, allegation, AllegationState.WITHDRAWN, "She is afraid.", 1, advocate);

        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() ->
                        proceedings.moveAllegation.move(id, allegation, AllegationState.CLOSED, "Over.", 2, advocate))
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
        var allegation = proceedings.told(id, advocate);
        var incomplete = new EnumMap<>(answers());
        incomplete.remove(ScreeningQuestion.SERIOUS_ASSAULT);

        assertRefused(
                "answers.SERIOUS_ASSAULT",
                FactRefused.Rule.ANSWER_MISSING,
                () -> proceedings.screen(id, allegation, incomplete, advocate));
    }

    @Test
    void aSecondYesStartsNoSecondClockWhileTheFirstRuns() {
        var allegation = proceedings.told(id, advocate);
        proceedings.screen(id, allegation, answers(ScreeningQuestion.SERIOUS_ASSAULT), advocate);

        proceedings.screen(
                id, allegation, answers(ScreeningQuestion.SERIOUS_ASSAULT, ScreeningQuestion.CHIEF_OFFICER), advocate);

        assertThat(timers("IOPC-REF")).hasSize(1);
    }

    @Test
    void aReferralEndsTheClockAndTheAlarmAndNewFactsStartThemAgain() {
        var allegation = proceedings.told(id, advocate);
        proceedings.screen(id, allegation, answers(ScreeningQuestion.SERIOUS_ASSAULT), advocate);

        refer(ReferralDecision.MANDATORY);

        assertThat(timers("IOPC-REF")).extracting(Timer::state).containsExactly(TimerState.MET);
        assertThat(proceedings.up(id)).doesNotContain(AlarmKind.REFERRAL_MISSING);

        access.clock.advance(Duration.ofMinutes(1));
        proceedings.screen(
                id,
                allegation,
                answers(ScreeningQuestion.SERIOUS_ASSAULT, ScreeningQuestion.SERIOUS_CORRUPTION),
                advocate);

        assertThat(timers("IOPC-REF")).hasSize(2);
        assertThat(proceedings.up(id)).contains(AlarmKind.REFERRAL_MISSING);
    }

    @Test
    void aDecisionAgainstAReferralEndsNeitherTheClockNorTheAlarm() {
        var allegation = proceedings.told(id, advocate);
        proceedings.screen(id, allegation, answers(ScreeningQuestion.SERIOUS_ASSAULT), advocate);

        refer(ReferralDecision.NOT_REFERRED);

        assertThat(timers("IOPC-REF")).extracting(Timer::state).containsExactly(TimerState.RUNNING);
        assertThat(proceedings.up(id)).contains(AlarmKind.REFERRAL_MISSING);
    }

    @Test
    void aDecisionAgainstAReferralNeedsAReason() {
        proceedings.told(id, advocate);
        var told = new NewReferral(
                ReferralDecision.NOT_REFERRED,
                List.of(),
                java.util.Set.of(),
                facts(on("2026-11-20"), DecisionMaker.APPROPRIATE_AUTHORITY),
                null);

        assertRefused(
                "words.reason",
                FactRefused.Rule.NEEDED_HERE,
                () -> proceedings.recordReferral.record(id, told, version(), advocate));
    }
}
