package org.candour.casework.proceedings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.casework.timers.WorkingDays;

/** What is to be done. */
final class TaskRules {
    private final AlarmRules alarms;

    TaskRules(AlarmRules alarms) {
        this.alarms = alarms;
    }

    /** Everything that is to be done, and what was, the most urgent first. */
    List<Task> find(Proceedings proceedings, Instant now) {
        var today = LocalDate.ofInstant(now, WorkingDays.LONDON);
        return Stream.of(
                        ofTimers(proceedings, now),
                        ofAlarms(proceedings, now),
                        ofReviews(proceedings),
                        ofWithdrawals(proceedings))
                .flatMap(tasks -> tasks)
                .map(task -> asChanged(task, proceedings, today))
                .sorted(Comparator.comparing(Task::dueOn).thenComparing(Task::id))
                .toList();
    }

    /** When something is next to be done. */
    Optional<LocalDate> nextDueOn(Proceedings proceedings, Instant now) {
        return find(proceedings, now).stream()
                .filter(task -> task.state() != TaskState.DONE)
                .map(Task::dueOn)
                .findFirst();
    }

    private static Stream<Task> ofTimers(Proceedings proceedings, Instant now) {
        return proceedings.clock().upcoming(now).stream()
                .flatMap(timer -> timer.due().stream().map(due -> task(TaskKind.TIMER, timer.id(), day(due))));
    }

    private Stream<Task> ofAlarms(Proceedings proceedings, Instant now) {
        return alarms.up(proceedings, now).stream()
                .map(alarm -> task(TaskKind.of(alarm.kind()), alarm.allegation(), day(alarm.since())));
    }

    private static Stream<Task> ofReviews(Proceedings proceedings) {
        return proceedings.history().counting().stream()
                .flatMap(entry -> Optional.ofNullable(entry.facts().reviewOn()).stream()
                        .map(day -> task(TaskKind.REVIEW, entry.id(), day)));
    }

    private static Stream<Task> ofWithdrawals(Proceedings proceedings) {
        return proceedings.history().counting().stream()
                .filter(entry -> entry.step() == Step.COMPLAINT_WITHDRAWN && wasReferred(entry, proceedings))
                .map(entry -> task(TaskKind.TELL_IOPC_OF_WITHDRAWAL, entry.id(), day(entry.recordedAt())));
    }

    private static boolean wasReferred(TrackEntry entry, Proceedings proceedings) {
        return proceedings.referrals().stream()
                .anyMatch(referral -> referral.decision().isReferred()
                        && referral.allegations().stream().anyMatch(entry.allegations()::contains));
    }

    private static Task task(TaskKind kind, UUID about, LocalDate dueOn) {
        return new Task(new TaskId(kind, about).toString(), kind, about, dueOn, TaskState.OPEN);
    }

    private static Task asChanged(Task task, Proceedings proceedings, LocalDate today) {
        return proceedings.taskChanges().stream()
                .filter(change -> change.task().equals(task.id()))
                .reduce((first, second) -> second)
                .map(change -> asChanged(task, change, today))
                .orElse(task);
    }

    private static Task asChanged(Task task, TaskChange change, LocalDate today) {
        var until = change.until();
        if (change.to() == TaskState.DONE) {
            return new Task(task.id(), task.kind(), task.about(), task.dueOn(), TaskState.DONE);
        }
        return until == null || !until.isAfter(today)
                ? task
                : new Task(task.id(), task.kind(), task.about(), until, TaskState.SNOOZED);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, WorkingDays.LONDON);
    }
}
