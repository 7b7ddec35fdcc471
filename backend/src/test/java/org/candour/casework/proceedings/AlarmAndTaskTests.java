package org.candour.casework.proceedings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.candour.casework.proceedings.TestProceedings.allegation;
import static org.candour.casework.proceedings.TestProceedings.answers;
import static org.candour.casework.proceedings.TestProceedings.facts;
import static org.candour.casework.proceedings.TestProceedings.on;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candour.access.CaseId;
import org.candour.access.Facts;
import org.candour.access.NoSuchThing;
import org.junit.jupiter.api.Test;

class AlarmAndTaskTests extends ProceedingsHarness {
    @Test
    void conductThatIsCriminalOnItsFaceAlarmsUntilACrimeReferenceIsThere() {
        proceedings.told(id, advocate);
        assertThat(proceedings.up(id)).contains(AlarmKind.CRIME_REFERENCE_MISSING, AlarmKind.MISCONDUCT_TRACK_MISSING);
        var told = new NewStep(
                Step.CRIME_RECORDED,
                List.of(),
                facts(on("2026-11-20"), DecisionMaker.POLICE),
                new TrackWords(null, null, "WM/4711/26"),
                null);

        proceedings.recordStep.record(id, Track.CRIMINAL, told, version(), advocate);

        assertThat(proceedings.up(id))
                .doesNotContain(AlarmKind.CRIME_REFERENCE_MISSING)
                .contains(AlarmKind.MISCONDUCT_TRACK_MISSING);
    }

    @Test
    void conductThatIsNotCriminalOnItsFaceAlarmsWhenTheScreeningSaysSo() {
        var allegation = proceedings.told(id, allegation("H"), advocate);
        assertThat(proceedings.up(id)).isEmpty();

        proceedings.screen(id, allegation, answers(ScreeningQuestion.RELEVANT_OFFENCE), advocate);

        assertThat(proceedings.up(id))
                .containsExactlyInAnyOrder(
                        AlarmKind.CRIME_REFERENCE_MISSING,
                        AlarmKind.REFERRAL_MISSING,
                        AlarmKind.MISCONDUCT_TRACK_MISSING);
    }

    @Test
    void aClosedAlarmIsUpAgainWhenSomethingNewRaisesIt() {
        var allegation = proceedings.told(id, advocate);
        var alarm = new AlarmId(AlarmKind.CRIME_REFERENCE_MISSING, allegation);
        proceedings.closeAlarm.close(id, alarm, "Reported under another name.", version(), advocate);
        assertThat(proceedings.up(id)).doesNotContain(AlarmKind.CRIME_REFERENCE_MISSING);
        assertThat(view().alarms()).filteredOn(Alarm::isClosed).hasSize(1);
        assertThat(view().remarks())
                .extracting(Remark::about, Remark::did, Remark::words)
                .containsExactly(tuple(alarm.toString(), Remark.Did.CLOSED, "Reported under another name."));

        access.clock.advance(Duration.ofMinutes(1));
        proceedings.recordAllegation.correct(id, allegation, allegation("G2"), version(), advocate);

        assertThat(proceedings.up(id)).contains(AlarmKind.CRIME_REFERENCE_MISSING);
    }

    @Test
    void anAlarmThatIsNotUpCannotBeClosedNorOneThatIsClosed() {
        var allegation = proceedings.told(id, advocate);
        var alarm = new AlarmId(AlarmKind.CRIME_REFERENCE_MISSING, allegation);
        var other = new AlarmId(AlarmKind.EMPLOYMENT_UNKNOWN, allegation);

        assertThatExceptionOfType(NoSuchThing.class)
                .isThrownBy(() -> proceedings.closeAlarm.close(id, other, "No.", version(), advocate));
        proceedings.closeAlarm.close(id, alarm, "Reported elsewhere.", version(), advocate);
        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> proceedings.closeAlarm.close(id, alarm, "Again.", version(), advocate));
    }

    @Test
    void anOutcomeThatNobodyKnowsForTooLongBecomesATask() {
        var allegation = proceedings.told(id, allegation("H"), advocate);
        proceedings.screen(id, allegation, TestProceedings.known(), advocate);
        var told = new NewOutcome(
                Code.UNKNOWN, List.of(), facts(TestProceedings.UNKNOWN, DecisionMaker.UNKNOWN), null, null, null);

        access.clock.advance(Duration.ofDays(28));
        access.grant(id, advocate);
        assertThat(proceedings.up(id))
                .containsExactlyInAnyOrder(
                        AlarmKind.CRIMINAL_OUTCOME_UNKNOWN,
                        AlarmKind.MISCONDUCT_OUTCOME_UNKNOWN,
                        AlarmKind.EMPLOYMENT_UNKNOWN);
        proceedings.outcome(id, Track.CRIMINAL, told, advocate);

        assertThat(proceedings.up(id)).doesNotContain(AlarmKind.CRIMINAL_OUTCOME_UNKNOWN);
        assertThat(tasks())
                .extracting(Task::kind)
                .containsExactly(TaskKind.EMPLOYMENT_UNKNOWN, TaskKind.MISCONDUCT_OUTCOME_UNKNOWN);
        access.clock.advance(Duration.ofDays(28));
        assertThat(proceedings.up(id)).contains(AlarmKind.CRIMINAL_OUTCOME_UNKNOWN);
    }

    private List<Task> tasks() {
        return proceedings.workOnTasks.list(id, advocate).tasks();
    }

    @Test
    void aTaskIsPutOffWithAReasonAndOpenAgainOnItsDay() {
        proceedings.told(id, advocate);
        var task = task(TaskKind.CRIME_REFERENCE_MISSING);
        var today = LocalDate.ofInstant(access.clock.instant(), java.time.ZoneOffset.UTC);

        assertRefused(
                "until",
                FactRefused.Rule.IN_THE_PAST,
                () -> proceedings.workOnTasks.snooze(id, task, today, "Later.", version(), advocate));
        proceedings.workOnTasks.snooze(id, task, today.plusDays(3), "He is away.", version(), advocate);
        assertThat(state(task)).isEqualTo(TaskState.SNOOZED);
        access.clock.advance(Duration.ofDays(3));
        access.grant(id, advocate);

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
        proceedings.told(id, advocate);
        proceedings.step(id, Step.SUSPECT_ARRESTED, on("2026-11-20"), advocate);
        var ofTimer = task(TaskKind.TIMER);
        var ofAlarm = task(TaskKind.CRIME_REFERENCE_MISSING);

        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> proceedings.workOnTasks.finish(id, ofAlarm, "Done.", version(), advocate))
                .satisfies(conflict -> assertThat(conflict.allowed()).containsExactly("SNOOZED"));
        proceedings.workOnTasks.finish(id, ofTimer, "The victim has a letter.", version(), advocate);

        assertThat(state(ofTimer)).isEqualTo(TaskState.DONE);
        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> proceedings.workOnTasks.finish(id, ofTimer, "Again.", version(), advocate))
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
        proceedings.told(id, advocate);
        proceedings.step(id, Step.COMPLAINT_MADE, on("2026-11-19"), advocate);
        refer(ReferralDecision.MANDATORY);

        proceedings.step(id, Step.COMPLAINT_WITHDRAWN, on("2026-11-21"), advocate);

        assertThat(tasks()).extracting(Task::kind).contains(TaskKind.TELL_IOPC_OF_WITHDRAWAL);
    }

    @Test
    void theNextDayThatSomethingIsDueIsKeptForLists() {
        var allegation = proceedings.told(id, allegation("H"), advocate);
        proceedings.screen(id, allegation, TestProceedings.known(), advocate);
        assertThat(proceedings.register.of(id).nextDueOn()).isEmpty();

        proceedings.step(id, Step.COMPLAINT_MADE, on("2026-11-20"), advocate);

        assertThat(proceedings.register.of(id).nextDueOn()).contains(LocalDate.parse("2026-12-18"));
        assertThat(dueInLists(id)).contains(LocalDate.parse("2026-12-18"));
    }

    /** The process dies between the two writes. */
    @Test
    void whatACrashKeptFromTheListsIsMadeGood() {
        var allegation = proceedings.told(id, allegation("H"), advocate);
        proceedings.screen(id, allegation, TestProceedings.known(), advocate);
        proceedings.step(id, Step.COMPLAINT_MADE, on("2026-11-20"), advocate);
        access.cases.describe(
                id, known -> known.due(ProceedingsRegister.PART, Optional.empty(), access.clock.instant()));

        new DescribeDueAgain(proceedings.register, access.cases).tick();

        assertThat(dueInLists(id)).contains(LocalDate.parse("2026-12-18"));
    }

    private Optional<LocalDate> dueInLists(CaseId id) {
        return access.cases.factsOf(List.of(id)).values().stream().findFirst().flatMap(Facts::nextDueOn);
    }
}
