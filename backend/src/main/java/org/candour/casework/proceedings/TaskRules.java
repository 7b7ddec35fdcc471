package org.candour.casework.proceedings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.casework.due.DueInCase;
import org.candour.casework.due.DueKind;
import org.candour.casework.timers.RuleBook;
import org.candour.casework.timers.WorkingDays;

/** What is to be done. */
final class TaskRules {
    private final AlarmRules alarms;
    private final ReferralRules referral;
    private final RuleBook rules;
    private final DueInCase dueInCase;

    /** @param dueInCase what the other parts of casework know of */
    TaskRules(AlarmRules alarms, ReferralRules referral, RuleBook rules, DueInCase dueInCase) {
        this.alarms = alarms;
        this.referral = referral;
        this.rules = rules;
        this.dueInCase = dueInCase;
    }

    /** Everything that is to be done, and what was, the most urgent first. */
    List<Task> find(Proceedings proceedings, Instant now) {
        return Stream.concat(own(proceedings, now), elsewhere(proceedings, now))
                .sorted(Comparator.comparing(Task::dueOn).thenComparing(Task::id))
                .toList();
    }

    /** When something of the proceedings themselves is next to be done. */
    Optional<LocalDate> nextDueOn(Proceedings proceedings, Instant now) {
        return next(own(proceedings, now));
    }

    /** When what another part of casework knows of is to be done, as somebody has put it off or done it. */
    Map<DueKind, LocalDate> dueElsewhere(Proceedings proceedings, Instant now) {
        var days = new EnumMap<DueKind, LocalDate>(DueKind.class);
        var tasks = elsewhere(proceedings, now).toList();
        for (var kind : DueKind.values()) {
            next(tasks.stream().filter(task -> task.kind() == TaskKind.of(kind)))
                    .ifPresent(day -> days.put(kind, day));
        }
        return days;
    }

    private static Optional<LocalDate> next(Stream<Task> tasks) {
        return tasks.filter(task -> task.state() != TaskState.DONE)
                .map(Task::dueOn)
                .min(Comparator.naturalOrder());
    }

    private Stream<Task> elsewhere(Proceedings proceedings, Instant now) {
        return dueInCase.in(proceedings.id()).stream()
                .map(due -> task(TaskKind.of(due.kind()), due.about(), due.dueOn()))
                .map(task -> asChanged(task, proceedings, day(now)));
    }

    private Stream<Task> own(Proceedings proceedings, Instant now) {
        return Stream.of(
                        ofTimers(proceedings, now),
                        ofAlarms(proceedings, now),
                        ofReviews(proceedings),
                        ofWithdrawals(proceedings),
                        ofScreenings(proceedings))
                .flatMap(tasks -> tasks)
                .map(task -> asChanged(task, proceedings, day(now)));
    }

    private Stream<Task> ofTimers(Proceedings proceedings, Instant now) {
        return proceedings.clock().read(now, rules).upcoming().stream()
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

    /** A new screening is a new thing to settle. */
    private Stream<Task> ofScreenings(Proceedings proceedings) {
        return proceedings.allegations().stream()
                .flatMap(allegation -> allegation
                        .screening()
                        .map(latest -> ofScreening(allegation, latest))
                        .orElseGet(() -> Stream.of(
                                task(TaskKind.SETTLE_SCREENING, allegation.id(), day(allegation.recordedAt())))));
    }

    private Stream<Task> ofScreening(Allegation allegation, Screening latest) {
        var kinds = EnumSet.noneOf(TaskKind.class);
        if (!latest.answered(Answer.UNKNOWN).isEmpty()) {
            kinds.add(TaskKind.SETTLE_SCREENING);
        }
        if (referral.asksToLookAgain(allegation)) {
            kinds.add(TaskKind.LOOK_AGAIN_AT_SCREENING);
        }
        return kinds.stream().map(kind -> task(kind, latest.id(), day(latest.recordedAt())));
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
