package org.candour.casework.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.candour.casework.risk.TestRisk.DAY;
import static org.candour.casework.risk.TestRisk.dash;
import static org.candour.casework.risk.TestRisk.judged;
import static org.candour.casework.risk.TestRisk.on;
import static org.candour.casework.risk.TestRisk.overridden;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.access.TestAccess;
import org.candour.casework.VersionConflict;
import org.candour.casework.due.Due;
import org.candour.casework.due.DueKind;
import org.candour.casework.risk.AssessmentRefused.Reason;
import org.candour.intake.FactDate;
import org.candour.vault.EnvelopeRejected;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RiskTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestRisk RISK = new TestRisk(ACCESS);

    private final Actor advocate = ACCESS.advocate();
    private final CaseId id = RISK.granted(advocate);

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private long assess(AssessmentDraft draft) {
        return RISK.assessRisk.assess(id, draft, version(), advocate);
    }

    private long incident(FactDate happenedOn) {
        return RISK.assessRisk.incident(id, happenedOn, version(), advocate);
    }

    private RiskView view() {
        return RISK.view(id, advocate);
    }

    private long version() {
        return RISK.records.get(id).version();
    }

    @Test
    void aCaseThatNobodyAssessedIsUnknownAndNotLow() {
        assertThat(view().grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(view().version()).isZero();
        assertThat(view().isReviewDue()).isFalse();
    }

    @Test
    void anAssessmentIsReadAsItWasMade() {
        var factors = Map.of(PolicePerpetratorFactor.KNOWS_LOCATION_OR_REFUGE, ItemAnswer.DONT_KNOW);
        var draft = new AssessmentDraft(
                "DASH_RIC", DAY, TestRisk.answers(9, 1), factors, Grade.HIGH, "He has her keys.", true, null, DAY);

        assertThat(assess(draft)).isEqualTo(1);

        assertThat(view().version()).isEqualTo(1);
        assertThat(view().assessments()).singleElement().satisfies(assessment -> {
            assertThat(assessment.assessedOn()).isEqualTo(DAY);
            assertThat(assessment.recordedAt()).isEqualTo(ACCESS.clock.instant());
            assertThat(assessment.assessor()).isEqualTo(advocate.id().value());
            assertThat(assessment.tool()).isEqualTo("DASH_RIC");
            assertThat(assessment.toolVersion()).isEqualTo("2009");
            assertThat(assessment.answers()).containsAllEntriesOf(draft.answers());
            assertThat(assessment.factors()).containsAllEntriesOf(factors);
            assertThat(assessment.score()).isEqualTo(9);
            assertThat(assessment.gradeByScore()).isEqualTo(Grade.STANDARD);
            assertThat(assessment.judgement()).isEqualTo(Grade.HIGH);
            assertThat(assessment.judgementReason()).isEqualTo("He has her keys.");
            assertThat(assessment.standing()).isEqualTo(Grade.HIGH);
            assertThat(assessment.maracPrompts())
                    .containsExactlyInAnyOrder(MaracPrompt.PROFESSIONAL_JUDGEMENT, MaracPrompt.HIGH_RISK);
        });
    }

    @Test
    void aLowerScoreLaterLowersNothingAndAnOverrideIsKeptWithItsReason() {
        assess(dash(14));
        assess(dash(1));
        assertThat(view().grade()).isEqualTo(Grade.HIGH);

        assess(overridden(dash(1), Grade.STANDARD, "He is in prison."));

        assertThat(view().grade()).isEqualTo(Grade.STANDARD);
        assertThat(view().assessments()).hasSize(3);
        var override = view().assessments().get(0).override();
        assertThat(override).isEqualTo(new AssessmentDraft.GradeOverride(Grade.STANDARD, "He is in prison."));
    }

    @Test
    void afterAnIncidentAReviewIsDueAtOnceAndAnAssessmentIsThatReview() {
        var today = RISK.today();
        assess(on(today, today.plusDays(90)));
        assertThat(view().isReviewDue()).isFalse();

        incident(FactDate.exactly(today));
        assertThat(view().isReviewDue()).isTrue();
        assertThat(view().reviewDueOn()).isEqualTo(today);
        assess(on(today, today.plusDays(30)));

        assertThat(view().isReviewDue()).isFalse();
        assertThat(view().reviewDueOn()).isEqualTo(today.plusDays(30));
    }

    @Test
    void anAssessmentOlderThanTheIncidentIsNotItsReview() {
        var today = RISK.today();
        incident(FactDate.exactly(today));

        assess(on(today.minusDays(1), today.plusDays(30)));

        assertThat(view().reviewDueOn()).isEqualTo(today);
    }

    @Test
    void anIncidentThatNobodyDatesWasAtTheLatestWhenItWasRecorded() {
        var today = RISK.today();
        incident(FactDate.unknown());

        assess(on(today.minusDays(1), null));
        assertThat(view().isReviewDue()).isTrue();
        assess(on(today, null));

        assertThat(view().isReviewDue()).isFalse();
    }

    @Test
    void aReviewIsSomethingToBeDoneUntilAnAssessmentSettlesIt() {
        var today = RISK.today();
        assess(on(today, today.plusDays(30)));
        assertThat(RISK.records.dueIn(id))
                .contains(new Due(
                        DueKind.RISK_REVIEW,
                        UUID.fromString(view().assessments().get(0).id()),
                        today.plusDays(30)));
        assertThat(inLists()).contains(today.plusDays(30));

        incident(FactDate.exactly(today));
        assertThat(RISK.records.dueIn(id))
                .contains(new Due(
                        DueKind.RISK_REVIEW,
                        UUID.fromString(view().incidents().get(0).id()),
                        today));
        assertThat(inLists()).contains(today);

        assess(on(today, null));
        assertThat(RISK.records.dueIn(id)).isEmpty();
        assertThat(inLists()).isEmpty();
    }

    /** Whoever put the review off did not know of it. */
    @Test
    void aFurtherIncidentAsksAnew() {
        incident(FactDate.unknown());
        var first = RISK.records.dueIn(id).orElseThrow();

        incident(FactDate.unknown());

        assertThat(RISK.records.dueIn(id).orElseThrow().about()).isNotEqualTo(first.about());
    }

    private Optional<LocalDate> inLists() {
        return ACCESS.cases.factsOf(List.of(id)).values().stream()
                .findFirst()
                .flatMap(facts -> facts.dueOf(DueKind.RISK_REVIEW.name()));
    }

    @Test
    void aReviewThatWasDueBeforeAnIncidentStaysDueSinceThen() {
        var today = RISK.today();
        assess(on(DAY, today.minusDays(5)));

        incident(FactDate.exactly(today));

        assertThat(view().reviewDueOn()).isEqualTo(today.minusDays(5));
    }

    @Test
    void aReviewIsDueOnItsDayAndNotBefore() {
        assess(on(RISK.today(), RISK.today().plusDays(1)));
        assertThat(view().isReviewDue()).isFalse();

        ACCESS.clock.advance(Duration.ofDays(1));
        ACCESS.grant(id, advocate);

        assertThat(view().isReviewDue()).isTrue();
    }

    @Test
    void threeIncidentsPromptAConferenceBeforeAnybodyAssessedAnything() {
        incident(FactDate.unknown());
        incident(FactDate.exactly(RISK.today()));
        assertThat(view().maracPrompts()).isEmpty();

        incident(FactDate.exactly(RISK.today()));

        assertThat(view().maracPrompts()).containsExactly(MaracPrompt.ESCALATION);
        assertThat(view().grade()).isEqualTo(Grade.UNKNOWN);
        assertThat(view().incidents()).hasSize(3);
    }

    @Test
    void whatBreaksARuleIsRefusedByItsFieldAndNothingIsStored() {
        var today = RISK.today();
        assertRefused("assessedOn", Reason.IN_THE_FUTURE, () -> assess(on(today.plusDays(1), null)));
        assertRefused("reviewDueOn", Reason.BEFORE_THE_ASSESSMENT, () -> assess(on(today, today.minusDays(1))));
        assertRefused(
                "judgement",
                Reason.GRADE_MISSING,
                () -> assess(new AssessmentDraft("DARA", DAY, Map.of(), Map.of(), null, null, false, null, null)));
        assertRefused("happenedOn", Reason.IN_THE_FUTURE, () -> incident(FactDate.exactly(today.plusDays(1))));
        assertRefused("happenedOn", Reason.IN_THE_FUTURE, () -> incident(FactDate.between(today, today.plusDays(1))));
    }

    private void assertRefused(String field, Reason reason, Runnable call) {
        assertThatExceptionOfType(AssessmentRefused.class).isThrownBy(call::run).satisfies(refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.reason()).isEqualTo(reason);
        });
        assertThat(version()).isZero();
    }

    @Test
    void theSecondOfTwoEditorsIsToldTheVersionAndNothingIsLost() {
        assess(judged(Grade.HIGH));

        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> RISK.assessRisk.assess(id, judged(Grade.STANDARD), 0, advocate))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo(1));
        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> RISK.assessRisk.incident(id, FactDate.unknown(), 0, advocate));

        assertThat(view().assessments()).hasSize(1);
        assertThat(view().incidents()).isEmpty();
    }

    /** Both found none, and both passed every check: the store decides. */
    @Test
    void ofTwoWhoBeginAtOnceTheSecondIsToldTheVersion() {
        var mine = RiskRecord.empty(id);
        var theirs = RiskRecord.empty(id);
        var incident = GradingTests.incident(FactDate.unknown(), "2020-02-29");
        mine.add(incident, RISK.today());
        theirs.add(incident, RISK.today());
        RISK.records.save(mine, ACCESS.clock.instant());

        assertThatExceptionOfType(VersionConflict.class)
                .isThrownBy(() -> RISK.records.save(theirs, ACCESS.clock.instant()))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo(1));
    }

    @Test
    void thereIsAnEndToWhatOneCaseHolds() {
        var full = RiskRecord.empty(id);
        var incident = GradingTests.incident(FactDate.unknown(), "2020-02-29");
        for (int i = 0; i < RiskRecord.MAX_INCIDENTS; i++) {
            full.add(incident, DAY);
        }

        assertThatExceptionOfType(AssessmentRefused.class)
                .isThrownBy(() -> full.add(incident, DAY))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.FULL));

        assertThat(full.incidents()).hasSize(RiskRecord.MAX_INCIDENTS);
    }

    @Test
    void pagesFollowOneAnotherNewestRecordedFirst() {
        for (int score : new int[] {1, 2, 3}) {
            assess(dash(score));
        }

        var page = RISK.viewRisk.view(id, Optional.empty(), 2, advocate).assessments();
        var next = RISK.viewRisk
                .view(id, Optional.of(page.get(1).id()), 2, advocate)
                .assessments();

        assertThat(page).extracting(AssessmentView::score).containsExactly(3, 2);
        assertThat(next).extracting(AssessmentView::score).containsExactly(1);
    }

    @Test
    void assessmentsSwappedDoNotOpen() {
        assess(dash(1));
        assess(dash(14));
        var stored = RISK.records.get(id);
        var one = stored.assessments().get(0);
        var two = stored.assessments().get(1);
        var swapped = List.of(
                new Assessment(one.id(), one.recordedAt(), one.assessor(), two.content()),
                new Assessment(two.id(), two.recordedAt(), two.assessor(), one.content()));
        RISK.records.save(
                new RiskRecord(id.value(), swapped, List.of(), null, stored.version() - 1), ACCESS.clock.instant());

        assertThatExceptionOfType(EnvelopeRejected.class).isThrownBy(this::view);
    }

    @Test
    void whoHoldsNoGrantReadsAndWritesNothing() {
        var other = RISK.withoutGrant();

        for (var actor : List.of(advocate, ACCESS.investigator(), ACCESS.victim(), ACCESS.commissioner())) {
            assertThatExceptionOfType(NoSuchThing.class).isThrownBy(() -> RISK.view(other, actor));
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> RISK.assessRisk.assess(other, judged(Grade.HIGH), 0, actor));
            assertThatExceptionOfType(NoSuchThing.class)
                    .isThrownBy(() -> RISK.assessRisk.incident(other, FactDate.unknown(), 0, actor));
        }

        assertThat(RISK.records.get(other).version()).isZero();
    }

    @Test
    void whatIsStoredShowsNeitherWordsNorAnswersNorTheGrade() {
        assess(new AssessmentDraft(
                "DASH_RIC",
                DAY,
                TestRisk.answers(14, 0),
                Map.of(PolicePerpetratorFactor.ACCESS_TO_FIREARMS, ItemAnswer.YES),
                Grade.HIGH,
                "Canary judgement",
                true,
                new AssessmentDraft.GradeOverride(Grade.MEDIUM, "Canary override"),
                RISK.today()));

        var stored = ACCESS.mongo.findById(id.value(), org.bson.Document.class, "risk_assessments");

        assertThat(String.valueOf(stored))
                .contains("dueOn")
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("HIGH", "MEDIUM", "DASH", "FEAR", "FIREARMS", "PROFESSIONAL", "grade", "2020");
    }
}
