package org.candour.casework.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.candour.casework.proceedings.TestProceedings.allegation;
import static org.candour.casework.proceedings.TestProceedings.answers;
import static org.candour.casework.proceedings.TestProceedings.known;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.TestAccess;
import org.candour.casework.timers.Timer;
import org.candour.casework.timers.TimerState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What asks for a mandatory referral (DOMAIN sections 3.1 and 3.2), what does not, and what asks to be settled. */
class ScreeningTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestProceedings PROCEEDINGS = new TestProceedings(ACCESS);
    private static final String NEITHER_SEXUAL_NOR_EMOTIONAL = "H";
    private static final String SEXUAL_HARASSMENT = "J2";

    private final Actor advocate = ACCESS.advocate();
    private final CaseId id = PROCEEDINGS.granted(advocate);

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private UUID told(String category) {
        return PROCEEDINGS.told(id, allegation(category), advocate);
    }

    private void screened(String category, ScreeningQuestion... yes) {
        PROCEEDINGS.screen(id, told(category), known(yes), advocate);
    }

    private List<Timer> referrals() {
        return PROCEEDINGS.register.of(id).clock().timers().stream()
                .filter(timer -> timer.rule().id().equals("IOPC-REF"))
                .toList();
    }

    private void assertAsksForAReferral() {
        assertThat(referrals()).hasSize(1);
        assertThat(PROCEEDINGS.up(id)).contains(AlarmKind.REFERRAL_MISSING);
    }

    private void assertAsksForNone() {
        assertThat(referrals()).isEmpty();
        assertThat(PROCEEDINGS.up(id)).doesNotContain(AlarmKind.REFERRAL_MISSING);
    }

    private List<TaskKind> tasks() {
        return PROCEEDINGS.workOnTasks.list(id, advocate).tasks().stream()
                .filter(task -> task.state() != TaskState.DONE)
                .map(Task::kind)
                .toList();
    }

    static Stream<ScreeningQuestion> triggers() {
        return Arrays.stream(ScreeningQuestion.values())
                .filter(question -> question.part() != ScreeningQuestion.Part.CIRCUMSTANCE);
    }

    static Stream<ScreeningQuestion> circumstances() {
        return Arrays.stream(ScreeningQuestion.values())
                .filter(question -> question.part() == ScreeningQuestion.Part.CIRCUMSTANCE);
    }

    @ParameterizedTest
    @MethodSource("triggers")
    void eachTriggerAndEachBehaviourAsksForAReferralByItself(ScreeningQuestion trigger) {
        screened(NEITHER_SEXUAL_NOR_EMOTIONAL, trigger);

        assertAsksForAReferral();
    }

    @ParameterizedTest
    @ValueSource(strings = {"G2", "G3", "J1"})
    void aCategoryThatMustBeReferredAsksForItAsSoonAsItIsTold(String category) {
        told(category);

        assertAsksForAReferral();
    }

    @Test
    void aCorrectionToSuchACategoryAsksForItToo() {
        var allegation = told(NEITHER_SEXUAL_NOR_EMOTIONAL);
        assertAsksForNone();

        PROCEEDINGS.recordAllegation.correct(id, allegation, allegation("G2"), 1, advocate);

        assertAsksForAReferral();
    }

    @ParameterizedTest
    @MethodSource("circumstances")
    void aCircumstanceAsksForNothingWhereNothingSexualOrEmotionalWasPursued(ScreeningQuestion circumstance) {
        screened(NEITHER_SEXUAL_NOR_EMOTIONAL, circumstance);

        assertAsksForNone();
    }

    @Test
    void whoMetThePoliceAsAVictimMakesNoMandatoryReferralOfIt() {
        screened(
                NEITHER_SEXUAL_NOR_EMOTIONAL,
                ScreeningQuestion.MET_THROUGH_POLICE_CONTACT,
                ScreeningQuestion.VICTIM_WITNESS_SUSPECT_OR_VULNERABLE);

        assertAsksForNone();
        assertThat(tasks()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("circumstances")
    void aCircumstanceAsksForAReferralTogetherWithASexualCategory(ScreeningQuestion circumstance) {
        screened(SEXUAL_HARASSMENT, circumstance);

        assertAsksForAReferral();
    }

    @Test
    void aSexualCategoryWithoutAnyCircumstanceAsksForNone() {
        screened(SEXUAL_HARASSMENT);

        assertAsksForNone();
    }

    @ParameterizedTest
    @EnumSource(names = {"POLICE_RESOURCES_USED", "CONTACT_AFTER_DUTY_ENDED"})
    void whatNobodyHasExplainedIsToBeLookedAtAgain(ScreeningQuestion circumstance) {
        screened(NEITHER_SEXUAL_NOR_EMOTIONAL, circumstance);

        assertThat(tasks()).containsExactly(TaskKind.LOOK_AGAIN_AT_SCREENING);
    }

    @Test
    void anAllegationThatNobodyScreenedAsksToBe() {
        var allegation = told(NEITHER_SEXUAL_NOR_EMOTIONAL);
        assertThat(tasks()).containsExactly(TaskKind.SETTLE_SCREENING);

        PROCEEDINGS.screen(id, allegation, known(), advocate);

        assertThat(tasks()).isEmpty();
    }

    @Test
    void anAnswerThatNobodyKnowsAsksToBeSettledAndIsNoYes() {
        var allegation = told(NEITHER_SEXUAL_NOR_EMOTIONAL);

        PROCEEDINGS.screen(id, allegation, answers(), advocate);

        assertAsksForNone();
        assertThat(tasks()).containsExactly(TaskKind.SETTLE_SCREENING);
    }

    @Test
    void whatWasSettledWithEvidenceAsksAnewAfterTheNextScreening() {
        var allegation = told(NEITHER_SEXUAL_NOR_EMOTIONAL);
        PROCEEDINGS.screen(id, allegation, answers(), advocate);
        var first = TaskId.of(
                PROCEEDINGS.workOnTasks.list(id, advocate).tasks().get(0).id());
        PROCEEDINGS.workOnTasks.finish(id, first, "She does not want to be asked.", 2, advocate);
        assertThat(tasks()).isEmpty();

        PROCEEDINGS.screen(id, allegation, answers(), advocate);

        assertThat(tasks()).containsExactly(TaskKind.SETTLE_SCREENING);
    }

    @Test
    void aReferralOnTheCategoryIsNotAskedForTwiceByItsCircumstances() {
        var allegation = told("G2");
        PROCEEDINGS.recordReferral.record(
                id,
                new NewReferral(
                        ReferralDecision.MANDATORY,
                        List.of(),
                        java.util.Set.of(ScreeningQuestion.ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE),
                        TestProceedings.facts(TestProceedings.on("2026-11-22"), DecisionMaker.APPROPRIATE_AUTHORITY),
                        null),
                1,
                advocate);

        PROCEEDINGS.screen(id, allegation, known(ScreeningQuestion.POLICE_RESOURCES_USED), advocate);

        assertThat(referrals()).hasSize(1);
        assertThat(PROCEEDINGS.up(id)).doesNotContain(AlarmKind.REFERRAL_MISSING);
    }

    @Test
    void howTheyMetAndWhatMadeTheVictimEasierToHarmAreSealedInTheStore() {
        told(NEITHER_SEXUAL_NOR_EMOTIONAL);

        var stored = ACCESS.mongo.getCollection("proceedings").find().into(new ArrayList<>());

        assertThat(stored.toString()).doesNotContain("AS_VICTIM").doesNotContain("DOMESTIC_ABUSE");
        assertThat(PROCEEDINGS.view.view(id, advocate).allegations().get(0).versions())
                .singleElement()
                .satisfies(version -> {
                    assertThat(version.facts().howMet()).isEqualTo(HowMet.AS_VICTIM);
                    assertThat(version.facts().vulnerabilities()).containsExactly(Vulnerability.DOMESTIC_ABUSE);
                });
    }

    private void screenedAsClearOn(UUID allegation, String day) {
        PROCEEDINGS.screenAllegation.screen(
                id,
                allegation,
                known(ScreeningQuestion.SERIOUS_SEXUAL_OFFENCE),
                Optional.of(LocalDate.parse(day)),
                PROCEEDINGS.register.of(id).version(),
                advocate);
    }

    @Test
    void theClockOfAReferralRunsFromTheFirstDayThatAnybodyHasTold() {
        var allegation = told("J1");

        screenedAsClearOn(allegation, "2021-10-04");

        assertThat(referrals())
                .extracting(
                        Timer::state,
                        timer -> String.valueOf(timer.due().orElseThrow()).substring(0, 10))
                .contains(tuple(TimerState.RUNNING, "2021-10-05"))
                .extracting(row -> row.toList().get(0))
                .containsExactly(TimerState.SUPERSEDED, TimerState.RUNNING);

        screenedAsClearOn(allegation, "2021-11-04");

        assertThat(referrals()).hasSize(2);
    }

    @Test
    void aDayBeforeTheRuleStartsNoClockAndEndsNone() {
        screenedAsClearOn(told("J1"), "2016-03-27");

        assertThat(referrals()).extracting(Timer::state).containsExactly(TimerState.RUNNING);
    }
}
