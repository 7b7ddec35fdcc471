package org.candour.casework.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.candour.casework.risk.TestRisk.DAY;
import static org.candour.casework.risk.TestRisk.dash;
import static org.candour.casework.risk.TestRisk.graded;
import static org.candour.casework.risk.TestRisk.judged;
import static org.candour.casework.risk.TestRisk.overridden;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.candour.casework.risk.AssessmentRefused.Reason;
import org.candour.intake.FactDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How a grade comes about (DOMAIN section 7). */
class GradingTests {
    @Provide
    static Arbitrary<AssessmentDraft> assessments() {
        var byScore = Combinators.combine(
                        Arbitraries.integers().between(0, 24),
                        Arbitraries.integers().between(0, 24),
                        Arbitraries.of(Grade.STANDARD, Grade.MEDIUM, Grade.HIGH))
                .as((yes, unknown, judgement) -> dash(yes, unknown, judgement));
        var complete = Arbitraries.integers().between(1, 24).map(TestRisk::dash);
        var byJudgement =
                Arbitraries.of(Grade.STANDARD, Grade.MEDIUM, Grade.HIGH).map(TestRisk::judged);
        return Arbitraries.oneOf(byScore, complete, byJudgement);
    }

    @Property
    void noSequenceWithoutAnOverrideLowersTheGradeThatStandsOrTakesAPromptBack(
            @ForAll Grade first, @ForAll List<@net.jqwik.api.From("assessments") AssessmentDraft> drafts) {
        var standing = new Standing(first, Set.of(MaracPrompt.SCORE));
        for (var draft : drafts) {
            var content = graded(draft, standing);

            assertThat(content.standing()).isGreaterThanOrEqualTo(standing.grade());
            assertThat(content.maracPrompts()).containsAll(standing.prompts());
            if (content.gradeByScore() != null) {
                assertThat(content.standing()).isGreaterThanOrEqualTo(content.gradeByScore());
            }
            if (draft.judgement() != null) {
                assertThat(content.standing()).isGreaterThanOrEqualTo(draft.judgement());
            }
            standing = content.stands();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, STANDARD",
        "9, STANDARD",
        "10, MEDIUM",
        "13, MEDIUM",
        "14, HIGH",
        "24, HIGH",
    })
    void theBandsAreThoseOfTheFile(int score, Grade grade) {
        assertThat(graded(dash(score), Grade.UNKNOWN).standing()).isEqualTo(grade);
    }

    @Test
    void noItemAnsweredWithYesDoesNotSayThatTheRiskIsLow() {
        assertRefused("judgement", Reason.GRADE_MISSING, dash(0));

        assertThat(graded(dash(0, 0, Grade.STANDARD), Grade.UNKNOWN).gradeByScore())
                .isNull();
    }

    @Test
    void notKnowingIsNotNoAndIsKept() {
        var content = graded(dash(9, 2, Grade.STANDARD), Grade.UNKNOWN);

        assertThat(content.answers().values())
                .filteredOn(ItemAnswer.DONT_KNOW::equals)
                .hasSize(2);
        assertThat(content.answers().values()).filteredOn(ItemAnswer.NO::equals).hasSize(13);
        assertThat(content.score()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"9, 1", "13, 1", "1, 23", "0, 24"})
    void aScoreThatUnknownAnswersCouldLiftNeedsAJudgement(int yes, int unknown) {
        assertRefused("judgement", Reason.GRADE_MISSING, dash(yes, unknown, null));
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "10, 3", "14, 10"})
    void aScoreThatTheyCouldNotLiftNeedsNone(int yes, int unknown) {
        assertThat(graded(dash(yes, unknown, null), Grade.UNKNOWN).judgement()).isNull();
    }

    @Test
    void anItemThatNobodyAnsweredWasNotAsked() {
        var one = Map.of("FEAR_1", ItemAnswer.YES);
        var draft = new AssessmentDraft("DASH_RIC", DAY, one, Map.of(), Grade.HIGH, null, false, null, null);

        var answers = graded(draft, Grade.UNKNOWN).answers();

        assertThat(answers).hasSize(24).containsEntry("FEAR_1", ItemAnswer.YES);
        assertThat(answers.values()).filteredOn(ItemAnswer.NOT_ASKED::equals).hasSize(23);
    }

    @Test
    void factorsOfAPolicePerpetratorAreKeptAndCountInNoScore() {
        var factors = Map.of(
                PolicePerpetratorFactor.ACCESS_TO_FIREARMS, ItemAnswer.YES,
                PolicePerpetratorFactor.COLLEAGUES_NEARBY, ItemAnswer.DONT_KNOW);
        var draft =
                new AssessmentDraft("DASH_RIC", DAY, TestRisk.answers(9, 0), factors, null, null, false, null, null);

        var content = graded(draft, Grade.UNKNOWN);

        assertThat(content.score()).isEqualTo(9);
        assertThat(content.factors())
                .hasSize(PolicePerpetratorFactor.values().length)
                .containsAllEntriesOf(factors)
                .containsEntry(PolicePerpetratorFactor.VICTIM_ALSO_POLICE, ItemAnswer.NOT_ASKED);
    }

    @Test
    void theHigherOfScoreAndJudgementStands() {
        assertThat(graded(dash(14, 0, Grade.STANDARD), Grade.UNKNOWN).standing())
                .isEqualTo(Grade.HIGH);
        assertThat(graded(dash(1, 0, Grade.HIGH), Grade.UNKNOWN).standing()).isEqualTo(Grade.HIGH);
    }

    @Test
    void onlyAPersonWhoSaysWhyLowersTheGrade() {
        var lowered = graded(overridden(dash(14), Grade.STANDARD, "He is in prison."), Grade.HIGH);

        assertThat(lowered.standing()).isEqualTo(Grade.STANDARD);
        assertThat(lowered.gradeByScore()).isEqualTo(Grade.HIGH);
        assertRefused("override.reason", Reason.REASON_MISSING, overridden(dash(14), Grade.STANDARD, " "));
        assertRefused("override.grade", Reason.GRADE_MISSING, overridden(dash(14), Grade.UNKNOWN, "Who knows."));
    }

    @ParameterizedTest
    @CsvSource({"DARA", "S_DASH"})
    void aToolWithoutBandsNeedsAJudgement(String tool) {
        assertRefused(
                "judgement",
                Reason.GRADE_MISSING,
                new AssessmentDraft(tool, DAY, Map.of(), Map.of(), null, null, false, null, null));
        assertRefused(
                "judgement",
                Reason.GRADE_MISSING,
                new AssessmentDraft(tool, DAY, Map.of(), Map.of(), Grade.UNKNOWN, null, false, null, null));
    }

    @Test
    void anItemOfAnotherToolIsRefused() {
        var draft = new AssessmentDraft(
                "DARA", DAY, Map.of("FEAR_1", ItemAnswer.YES), Map.of(), Grade.HIGH, null, false, null, null);

        assertRefused("answers", Reason.ITEM_NOT_LISTED, draft);
    }

    @ParameterizedTest
    @CsvSource({"DARA, 2015-12-31", "DASH, 2020-02-29", "dara, 2020-02-29"})
    void aToolThatWasNotInUseOnThatDayIsRefused(String tool, LocalDate day) {
        assertRefused(
                "tool",
                Reason.TOOL_NOT_LISTED,
                new AssessmentDraft(tool, day, Map.of(), Map.of(), Grade.HIGH, null, false, null, null));
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDARD", "MEDIUM", "HIGH"})
    void judgementAloneIsEnoughForAConference(Grade grade) {
        var draft = new AssessmentDraft("DARA", DAY, Map.of(), Map.of(), grade, null, true, null, null);

        assertThat(graded(draft, Grade.UNKNOWN).maracPrompts()).contains(MaracPrompt.PROFESSIONAL_JUDGEMENT);
    }

    @ParameterizedTest
    @CsvSource({"STANDARD, false", "MEDIUM, false", "HIGH, true"})
    void soIsAHighGradeHoweverItCameAbout(Grade grade, boolean isPrompted) {
        assertThat(graded(judged(grade), Grade.UNKNOWN).maracPrompts().contains(MaracPrompt.HIGH_RISK))
                .isEqualTo(isPrompted);
        assertThat(graded(overridden(judged(Grade.HIGH), grade, "I know them."), Grade.HIGH)
                        .maracPrompts()
                        .contains(MaracPrompt.HIGH_RISK))
                .isEqualTo(isPrompted);
    }

    @Test
    void anOverrideLeavesThePromptsOfItsOwnAssessmentAlone() {
        var before = new Standing(Grade.HIGH, EnumSet.of(MaracPrompt.SCORE, MaracPrompt.HIGH_RISK));

        assertThat(graded(dash(1), before).maracPrompts()).isEqualTo(before.prompts());
        assertThat(graded(overridden(dash(1), Grade.STANDARD, "The conference has met."), before)
                        .maracPrompts())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"13, false", "14, true"})
    void soIsTheScoreAtTheThresholdWhateverTheOverrideSays(int score, boolean isPrompted) {
        var content = graded(overridden(dash(score), Grade.STANDARD, "He is in prison."), Grade.UNKNOWN);

        assertThat(content.maracPrompts())
                .isEqualTo(isPrompted ? EnumSet.of(MaracPrompt.SCORE) : EnumSet.noneOf(MaracPrompt.class));
    }

    /** Three incidents in twelve months: two are near, the third is where the table says. */
    @ParameterizedTest
    @CsvSource({
        "EXACT,   2019-03-01, ,           true", // the same day of the month a year ago, 29 February being its last
        "EXACT,   2019-02-28, ,           true",
        "EXACT,   2019-02-27, ,           false",
        "RANGE,   2018-01-01, 2019-02-28, true", // may lie within
        "RANGE,   2018-01-01, 2019-02-27, false",
        "EXACT,   2020-02-29, ,           true",
        "EXACT,   2020-03-01, ,           false", // after the assessment
        "UNKNOWN, ,           ,           true", // at the latest when it was recorded
    })
    void soAreThreeIncidentsInTwelveMonths(
            FactDate.Precision precision, LocalDate from, LocalDate to, boolean isPrompted) {
        var third = incident(new FactDate(precision, from, to), "2020-02-29");

        var content = graded(
                judged(Grade.STANDARD),
                Grade.UNKNOWN,
                incident(FactDate.exactly(DAY.minusDays(3)), "2020-02-29"),
                incident(FactDate.exactly(DAY.minusDays(2)), "2020-02-29"),
                third);

        assertThat(content.maracPrompts().contains(MaracPrompt.ESCALATION)).isEqualTo(isPrompted);
    }

    @Test
    void anIncidentThatNobodyDatesCountsAYearAfterItWasRecorded() {
        var old = incident(FactDate.unknown(), "2019-02-27");
        var near = incident(FactDate.exactly(DAY), "2020-02-29");

        assertThat(graded(judged(Grade.STANDARD), Grade.UNKNOWN, old, near, near)
                        .maracPrompts())
                .isEmpty();
    }

    @Test
    void twoIncidentsAreNoEscalation() {
        var near = incident(FactDate.exactly(DAY), "2020-02-29");

        assertThat(graded(judged(Grade.STANDARD), Grade.UNKNOWN, near, near).maracPrompts())
                .isEmpty();
    }

    static Incident incident(FactDate happenedOn, String recordedOn) {
        return new Incident(
                "incident",
                happenedOn,
                LocalDate.parse(recordedOn).atTime(12, 0).toInstant(ZoneOffset.UTC),
                "pseudonym");
    }

    private static void assertRefused(String field, Reason reason, AssessmentDraft draft) {
        assertThatExceptionOfType(AssessmentRefused.class)
                .isThrownBy(() -> graded(draft, Grade.UNKNOWN))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo(field);
                    assertThat(refused.reason()).isEqualTo(reason);
                });
    }
}
