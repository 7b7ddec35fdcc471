package org.candour.casework.timers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * One clock of one case, as it is stored: codes and dates.
 *
 * @param rule the version of the rule that started it
 * @param trigger what started it
 * @param happening which happening; a timer that comes again keeps that of the first
 * @param dates from when to when it runs
 * @param state what the last judgement said, or how it began. It turns MISSED by itself: ask {@link #stateAt}
 * @param judgements everything that was found about it, oldest first
 * @param pauses when its clock stood still; its dates have moved by those that ended
 */
@TypeAlias("timer")
public record Timer(
        UUID id,
        RuleVersion rule,
        Trigger trigger,
        UUID happening,
        StartBasis startBasis,
        DutyHolder dutyHolder,
        Tier tier,
        TimerDates dates,
        TimerState state,
        List<Judgement> judgements,
        Pauses pauses) {
    /** Keeps a copy. */
    public Timer {
        judgements = List.copyOf(judgements);
    }

    static Timer started(Rule rule, Happening happening, Tier tier, WorkingDays workingDays) {
        var term = rule.term(tier);
        var dates = TimerDates.of(happening.at(), term, workingDays);
        var agreed = happening.agreed();
        if (term.kind() == Term.Kind.AS_AGREED && agreed.isPresent() && happening.at() != null) {
            dates = dates.due(Limit.of(agreed.getAsInt(), Limit.Unit.DAYS).dueAfter(happening.at(), workingDays));
        }
        return new Timer(
                UUID.randomUUID(),
                rule.version(),
                happening.trigger(),
                happening.id(),
                rule.startBasis(),
                rule.dutyHolder(),
                tier,
                dates,
                initially(dates),
                List.of(),
                Pauses.NONE);
    }

    /** The next turn of a duty that comes again. */
    Timer nextTurn(Tier nextTier, Instant start, Limit every, WorkingDays workingDays) {
        return new Timer(
                nextTurnId(),
                rule,
                trigger,
                happening,
                startBasis,
                dutyHolder,
                nextTier,
                TimerDates.of(start, Term.counted(every), workingDays),
                TimerState.RUNNING,
                List.of(),
                Pauses.NONE);
    }

    /** The id of the turn that follows this one: the same whoever works it out, before it is stored and after. */
    UUID nextTurnId() {
        return UUID.nameUUIDFromBytes((id + "/next").getBytes(StandardCharsets.UTF_8));
    }

    private static TimerState initially(TimerDates dates) {
        return dates.startedAt() == null ? TimerState.UNKNOWN : TimerState.RUNNING;
    }

    /** From when it runs; null if nobody knows. */
    public @Nullable Instant startedAt() {
        return dates.startedAt();
    }

    /** The last instant in time, if there is one; while its clock stands still, nobody can say. */
    public Optional<Instant> due() {
        return standsStill() ? Optional.empty() : Optional.ofNullable(dates.dueAt());
    }

    /** Where it stands now: a running timer whose due instant has passed is missed. */
    public TimerState stateAt(Instant now) {
        return state == TimerState.RUNNING && due().filter(now::isAfter).isPresent() ? TimerState.MISSED : state;
    }

    private boolean standsStill() {
        return state == TimerState.RUNNING && pauses.open().isPresent();
    }

    /** After which instant a duty holder had let the time pass, if it comes to that or came to it. */
    Optional<Instant> breachedFrom() {
        var counts = state == TimerState.RUNNING || state == TimerState.MISSED || state == TimerState.MET_LATE;
        return counts && dutyHolder != DutyHolder.VICTIM ? due() : Optional.empty();
    }

    /** Whether it was this that started it, on that day in London. */
    boolean isStartedBy(Trigger other, Instant at) {
        return trigger == other
                && dates.startedAt() != null
                && dayOf(dates.startedAt()).equals(dayOf(at));
    }

    /** Whether it waits until the victim, who has paused, goes on. */
    boolean waitsForVictim() {
        return state == TimerState.WAIVED_BY_VICTIM
                && last(judgements)
                        .filter(judgement -> judgement.reason() == Judgement.ReasonCode.VICTIM_PAUSED)
                        .isPresent();
    }

    /** Whether it waits for somebody to say since when it runs. */
    boolean awaitsDate() {
        return dates.startedAt() == null && state.next().contains(TimerState.RUNNING);
    }

    /** Whether this evidence can be about it. */
    boolean canBeShownBy(Evidence evidence, Instant now) {
        return !evidence.isOutside(dates.startedAt(), now);
    }

    /** Whether what was done then was done after its time. */
    boolean isLate(Instant done) {
        return dates.dueAt() != null && done.isAfter(dates.dueAt()) && !pauses.standsStillOn(dayOf(done));
    }

    /** The last that a person found of it, if that is more than that it runs. */
    Optional<Judgement> lastFinding() {
        return last(asPeopleLeftIt().judgements)
                .filter(found -> found.state() != TimerState.RUNNING && found.state() != TimerState.SUPERSEDED);
    }

    /** The same timer as it stands by what people found alone, whatever has happened besides. */
    Timer asPeopleLeftIt() {
        var theirs = judgements.stream().filter(Judgement::isOfPerson).toList();
        return with(dates, last(theirs).map(Judgement::state).orElse(initially(dates)), theirs);
    }

    /** The same timer with what follows from a happening, unless it says so already. */
    Timer following(Judgement verdict) {
        return last(judgements).filter(verdict::saysTheSameAs).isPresent() ? this : with(verdict);
    }

    /** The same timer once nothing follows from any happening any more. */
    Timer followingNothing(Instant recordedAt) {
        var open = asPeopleLeftIt().state;
        return state == open
                ? this
                : with(new Judgement(
                        open,
                        recordedAt,
                        null,
                        null,
                        last(judgements).map(Judgement::happening).orElse(null)));
    }

    /** What an event had started that was told in error, for good, whatever was judged of it or followed from others. */
    Timer neverOwed(Instant recordedAt) {
        return asPeopleLeftIt().state == TimerState.SUPERSEDED
                ? this
                : with(Judgement.found(TimerState.SUPERSEDED, recordedAt, null, null));
    }

    /**
     * Records evidence, which is in time or late.
     *
     * @throws TimerConflict if this timer is closed
     */
    Timer met(Evidence evidence, Instant recordedAt) {
        var found = isLate(evidence.at()) ? TimerState.MET_LATE : TimerState.MET;
        return judged(Judgement.found(found, recordedAt, evidence, null));
    }

    /**
     * Adds a judgement.
     *
     * @throws TimerConflict if the table has no such move from where it stands
     */
    Timer judged(Judgement judgement) {
        var current = stateAt(judgement.recordedAt());
        if (!current.next().contains(judgement.state())) {
            throw new TimerConflict(current, judgement.state());
        }
        return with(judgement);
    }

    /**
     * Extends the limit as far as the rule lets a reason extend it.
     *
     * @throws TimerConflict unless it runs, and its rule knows an extension
     */
    Timer extended(Judgement.ReasonCode reason, Instant recordedAt) {
        var current = stateAt(recordedAt);
        if (current != TimerState.RUNNING || dates.extendableTo() == null) {
            throw new TimerConflict(current, TimerState.RUNNING);
        }
        return with(dates.extended(), state, judgements)
                .with(Judgement.found(TimerState.RUNNING, recordedAt, null, reason));
    }

    /**
     * Starts at a date that has become known.
     *
     * @throws TimerConflict unless nobody knew since when it runs
     */
    Timer startedAt(Instant start, Rule rule, WorkingDays workingDays, Instant recordedAt) {
        if (dates.startedAt() != null) {
            throw new TimerConflict(stateAt(recordedAt), TimerState.RUNNING);
        }
        return judged(Judgement.found(TimerState.RUNNING, recordedAt, null, null))
                .counted(tier, start, rule.term(tier), workingDays);
    }

    /** The same timer with the dates that this tier, this start and this term give. */
    Timer counted(Tier newTier, @Nullable Instant start, Term term, WorkingDays workingDays) {
        var counted = TimerDates.of(start, term, workingDays);
        return new Timer(
                id,
                rule,
                trigger,
                happening,
                startBasis,
                dutyHolder,
                newTier,
                start == null ? counted : counted.moved(pauses.daysSince(dayOf(start))),
                state,
                judgements,
                pauses);
    }

    /**
     * Stops its clock.
     *
     * @throws PauseConflict unless it runs, its rule lets it stop, and it does not stand still
     * @throws PauseRefused if its time had not begun that day, or was over, or it stood still
     */
    Timer paused(LocalDate from, Rule rule, Instant recordedAt) {
        if (standsStill()) {
            throw new PauseConflict(PauseConflict.STANDS_STILL, List.of(TimerState.RUNNING.name()));
        }
        if (state != TimerState.RUNNING || dates.startedAt() == null || !rule.mayPause()) {
            throw new PauseConflict(stateAt(recordedAt).name(), List.of());
        }
        var isOver = dates.dueAt() != null && from.isAfter(dayOf(dates.dueAt()));
        if (from.isBefore(dayOf(dates.startedAt())) || isOver) {
            throw new PauseRefused("from");
        }
        return with(pauses.with(Pause.since(from, recordedAt)), dates);
    }

    /**
     * Has its clock go on, and moves its limits by the whole days it stood still.
     *
     * @throws PauseConflict unless it stands still
     * @throws PauseRefused if that was before it stopped
     */
    Timer unpaused(LocalDate to, Rule rule, Instant recordedAt) {
        if (!standsStill()) {
            var canStop = state == TimerState.RUNNING && rule.mayPause();
            throw new PauseConflict(
                    stateAt(recordedAt).name(), canStop ? List.of(PauseConflict.STANDS_STILL) : List.of());
        }
        var ended = pauses.ended(to);
        return with(ended, dates.moved(ended.daysSince(LocalDate.MIN) - pauses.daysSince(LocalDate.MIN)));
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, WorkingDays.LONDON);
    }

    private static Optional<Judgement> last(List<Judgement> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(some.size() - 1));
    }

    private Timer with(Judgement judgement) {
        return with(
                dates,
                judgement.state(),
                Stream.concat(judgements.stream(), Stream.of(judgement)).toList());
    }

    private Timer with(TimerDates newDates, TimerState newState, List<Judgement> newJudgements) {
        return new Timer(
                id, rule, trigger, happening, startBasis, dutyHolder, tier, newDates, newState, newJudgements, pauses);
    }

    private Timer with(Pauses newPauses, TimerDates newDates) {
        return new Timer(
                id, rule, trigger, happening, startBasis, dutyHolder, tier, newDates, state, judgements, newPauses);
    }
}
