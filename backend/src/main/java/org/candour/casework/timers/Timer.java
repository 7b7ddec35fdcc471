package org.candour.casework.timers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * One clock of one case, as it is stored: codes and dates.
 *
 * @param rule the version of the rule that started it
 * @param trigger what started it
 * @param happening which happening; a timer that comes again keeps that of the first
 * @param startedAt from when it runs; null if nobody knows
 * @param dueAt the last instant in time; null if the rule gives no number or nobody knows the start
 * @param normallyBy when it is normally done, within {@code dueAt}
 * @param extendableTo how far a reason may extend it
 * @param state what the last judgement said, or RUNNING. It turns MISSED by itself: ask {@link #stateAt}
 * @param judgements everything that was found about it, oldest first
 * @param pauses when its clock stood still; {@code dueAt} and what goes with it have moved by those that ended
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
        @Nullable Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant normallyBy,
        @Nullable Instant extendableTo,
        TimerState state,
        List<Judgement> judgements,
        Pauses pauses) {
    /** Keeps copies. */
    @SuppressWarnings("NullAway") // null where it was stored before clocks could stand still
    public Timer {
        judgements = List.copyOf(judgements);
        pauses = pauses == null ? Pauses.NONE : pauses;
    }

    /** Where it stands now: a running timer whose due instant has passed is missed. */
    public TimerState stateAt(Instant now) {
        return state == TimerState.RUNNING && due().filter(now::isAfter).isPresent() ? TimerState.MISSED : state;
    }

    /** The last instant in time, if there is one; while its clock stands still, nobody can say. */
    public Optional<Instant> due() {
        return standsStill() ? Optional.empty() : Optional.ofNullable(dueAt);
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
                && startedAt != null
                && LocalDate.ofInstant(startedAt, WorkingDays.LONDON)
                        .equals(LocalDate.ofInstant(at, WorkingDays.LONDON));
    }

    static Timer started(Rule rule, Happening happening, Tier tier, WorkingDays workingDays) {
        var state = happening.when().isPresent() ? TimerState.RUNNING : TimerState.UNKNOWN;
        var timer = bare(UUID.randomUUID(), rule, happening, tier, state)
                .counted(tier, happening.at(), rule.term(tier), workingDays);
        var agreed = happening.agreed();
        if (rule.term(tier).kind() == Term.Kind.AS_AGREED && agreed.isPresent() && happening.at() != null) {
            return timer.withDue(Limit.of(agreed.getAsInt(), Limit.Unit.DAYS).dueAfter(happening.at(), workingDays));
        }
        return timer;
    }

    /** The next turn of a duty that comes again. */
    Timer nextTurn(Rule rule, Tier tier, Instant start, Limit every, WorkingDays workingDays) {
        return bare(nextTurnId(), rule, new Happening(happening, trigger, start, null), tier, TimerState.RUNNING)
                .counted(tier, start, Term.counted(every), workingDays);
    }

    private static Timer bare(UUID id, Rule rule, Happening happening, Tier tier, TimerState state) {
        return new Timer(
                id,
                rule.version(),
                happening.trigger(),
                happening.id(),
                rule.startBasis(),
                rule.dutyHolder(),
                tier,
                happening.at(),
                null,
                null,
                null,
                state,
                List.of(),
                Pauses.NONE);
    }

    /** The id of the turn that follows this one: the same whoever works it out, before it is stored and after. */
    UUID nextTurnId() {
        return UUID.nameUUIDFromBytes((id + "/next").getBytes(StandardCharsets.UTF_8));
    }

    /** The last that a person found of it, if that is more than that it runs. */
    Optional<Judgement> lastFinding() {
        return Optional.of(asPeopleLeftIt().judgements)
                .filter(theirs -> !theirs.isEmpty())
                .map(theirs -> theirs.get(theirs.size() - 1))
                .filter(last -> last.state() != TimerState.RUNNING && last.state() != TimerState.SUPERSEDED);
    }

    /** The same timer as it stands by what people found alone, whatever has happened besides. */
    Timer asPeopleLeftIt() {
        var theirs = judgements.stream().filter(Judgement::isOfPerson).toList();
        var initially = startedAt == null ? TimerState.UNKNOWN : TimerState.RUNNING;
        return with(
                theirs,
                theirs.isEmpty() ? initially : theirs.get(theirs.size() - 1).state());
    }

    /**
     * What follows from something else that happened: that it was done, or is pointless. Of what nobody can date, nobody can say that
     * it was late.
     *
     * @param began when the first turn of this duty began
     * @param recordedAt now
     * @return empty if nothing follows
     */
    Optional<Judgement> judgedBy(KnownHappening known, Rule rule, Instant began, Instant recordedAt) {
        var trigger = known.happening().trigger();
        var when = known.moment();
        var may = stateAt(recordedAt).next();
        if (rule.metBy().contains(trigger) && (startedAt == null || !when.isBefore(startedAt))) {
            var late = known.isDated() ? TimerState.MET_LATE : TimerState.UNKNOWN;
            var found = isLate(when) ? late : TimerState.MET;
            var evidence = found == TimerState.UNKNOWN ? null : Evidence.byHappening(when, dutyHolder);
            return Optional.of(Judgement.following(known, found, recordedAt, evidence))
                    .filter(judgement -> may.contains(judgement.state()));
        }
        var stillRan = stateAt(when) != TimerState.MISSED && may.contains(TimerState.SUPERSEDED);
        return rule.endsOn().contains(trigger) && !when.isBefore(began) && stillRan
                ? Optional.of(Judgement.following(known, TimerState.SUPERSEDED, recordedAt, null))
                : Optional.empty();
    }

    /** The same timer with what follows from a happening, unless it says so already. */
    Timer withVerdict(Judgement verdict) {
        return !judgements.isEmpty() && judgements.get(judgements.size() - 1).saysTheSameAs(verdict)
                ? this
                : with(verdict, dueAt);
    }

    /** The same timer once nothing follows from any happening any more. */
    Timer withVerdictTakenBack(Timer asPeopleLeftIt, Instant recordedAt) {
        return state == asPeopleLeftIt.state
                ? this
                : with(
                        new Judgement(
                                asPeopleLeftIt.state,
                                recordedAt,
                                null,
                                null,
                                judgements.get(judgements.size() - 1).happening()),
                        dueAt);
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

    private boolean isLate(Instant done) {
        return dueAt != null && done.isAfter(dueAt) && !pauses.standsStillOn(dayOf(done));
    }

    /** What an event had started that was told in error, for good, whatever was judged of it or followed from others. */
    Timer neverOwed(Instant recordedAt) {
        return asPeopleLeftIt().state == TimerState.SUPERSEDED
                ? this
                : with(Judgement.found(TimerState.SUPERSEDED, recordedAt, null, null), dueAt);
    }

    /** Whether this evidence can be about it. */
    boolean canBeShownBy(Evidence evidence, Instant now) {
        return !evidence.isOutside(startedAt, now);
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
        return with(judgement, dueAt);
    }

    /**
     * Extends the limit as far as the rule lets a reason extend it.
     *
     * @throws TimerConflict unless it runs, and its rule knows an extension
     */
    Timer extended(Judgement.ReasonCode reason, Instant recordedAt) {
        var current = stateAt(recordedAt);
        if (current != TimerState.RUNNING || extendableTo == null) {
            throw new TimerConflict(current, TimerState.RUNNING);
        }
        return with(Judgement.found(TimerState.RUNNING, recordedAt, null, reason), extendableTo);
    }

    /**
     * Starts at a date that has become known.
     *
     * @throws TimerConflict unless nobody knew since when it runs
     */
    Timer startedAt(Instant start, Rule rule, WorkingDays workingDays, Instant recordedAt) {
        if (startedAt != null) {
            throw new TimerConflict(stateAt(recordedAt), TimerState.RUNNING);
        }
        return judged(Judgement.found(TimerState.RUNNING, recordedAt, null, null))
                .counted(tier, start, rule.term(tier), workingDays);
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
        if (state != TimerState.RUNNING || startedAt == null || !rule.mayPause()) {
            throw new PauseConflict(stateAt(recordedAt).name(), List.of());
        }
        if (from.isBefore(dayOf(startedAt)) || (dueAt != null && from.isAfter(dayOf(dueAt)))) {
            throw new PauseRefused("from");
        }
        return with(pauses.with(Pause.since(from, recordedAt)));
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
        return with(ended).moved(ended.daysSince(LocalDate.MIN) - pauses.daysSince(LocalDate.MIN));
    }

    /** Whether it waits until the victim, who has paused, goes on. */
    boolean waitsForVictim() {
        return state == TimerState.WAIVED_BY_VICTIM
                && judgements.get(judgements.size() - 1).reason() == Judgement.ReasonCode.VICTIM_PAUSED;
    }

    /** Whether it waits for somebody to say since when it runs. */
    boolean awaitsDate() {
        return startedAt == null && state.next().contains(TimerState.RUNNING);
    }

    /** The same timer with the dates that this tier and this start give. */
    Timer counted(Tier newTier, @Nullable Instant start, Term term, WorkingDays workingDays) {
        if (start == null) {
            return dated(newTier, null, null, null, null);
        }
        return dated(
                        newTier,
                        start,
                        term.due(start, workingDays).orElse(null),
                        term.normal()
                                .map(limit -> limit.dueAfter(start, workingDays))
                                .orElse(null),
                        term.extension()
                                .map(limit -> limit.dueAfter(start, workingDays))
                                .orElse(null))
                .moved(pauses.daysSince(dayOf(start)));
    }

    /** The same timer with limits that lie so many days later, each at the end of its day. */
    private Timer moved(long days) {
        return days == 0
                ? this
                : dated(tier, startedAt, later(dueAt, days), later(normallyBy, days), later(extendableTo, days));
    }

    private static @Nullable Instant later(@Nullable Instant limit, long days) {
        return limit == null ? null : Limit.endOf(dayOf(limit).plusDays(days));
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, WorkingDays.LONDON);
    }

    private Timer withDue(Instant due) {
        return dated(tier, startedAt, due, normallyBy, extendableTo);
    }

    private Timer dated(
            Tier newTier,
            @Nullable Instant start,
            @Nullable Instant due,
            @Nullable Instant normally,
            @Nullable Instant extendable) {
        return new Timer(
                id,
                rule,
                trigger,
                happening,
                startBasis,
                dutyHolder,
                newTier,
                start,
                due,
                normally,
                extendable,
                state,
                judgements,
                pauses);
    }

    private Timer with(Pauses newPauses) {
        return new Timer(
                id,
                rule,
                trigger,
                happening,
                startBasis,
                dutyHolder,
                tier,
                startedAt,
                dueAt,
                normallyBy,
                extendableTo,
                state,
                judgements,
                newPauses);
    }

    private Timer with(List<Judgement> some, TimerState newState) {
        return new Timer(
                id,
                rule,
                trigger,
                happening,
                startBasis,
                dutyHolder,
                tier,
                startedAt,
                dueAt,
                normallyBy,
                extendableTo,
                newState,
                some,
                pauses);
    }

    private Timer with(Judgement judgement, @Nullable Instant due) {
        var all = new ArrayList<>(judgements);
        all.add(judgement);
        return new Timer(
                id,
                rule,
                trigger,
                happening,
                startBasis,
                dutyHolder,
                tier,
                startedAt,
                due,
                normallyBy,
                Objects.equals(due, dueAt) ? extendableTo : null,
                judgement.state(),
                all,
                pauses);
    }
}
