package org.candour.casework.timers;

import java.time.Instant;
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
        List<Judgement> judgements) {
    /** Keeps a copy. */
    public Timer {
        judgements = List.copyOf(judgements);
    }

    /** Where it stands now: a running timer whose due instant has passed is missed. */
    public TimerState stateAt(Instant now) {
        return state == TimerState.RUNNING && dueAt != null && now.isAfter(dueAt) ? TimerState.MISSED : state;
    }

    /** The last instant in time, if there is one. */
    public Optional<Instant> due() {
        return Optional.ofNullable(dueAt);
    }

    static Timer started(Rule rule, Happening happening, Tier tier, WorkingDays workingDays) {
        var state = happening.when().isPresent() ? TimerState.RUNNING : TimerState.UNKNOWN;
        var timer = bare(rule, happening, tier, state).counted(tier, happening.at(), rule.term(tier), workingDays);
        var agreed = happening.agreed();
        if (rule.term(tier).kind() == Term.Kind.AS_AGREED && agreed.isPresent() && happening.at() != null) {
            return timer.withDue(Limit.of(agreed.getAsInt(), Limit.Unit.DAYS).dueAfter(happening.at(), workingDays));
        }
        return timer;
    }

    /** The next turn of a duty that comes again. */
    Timer nextTurn(Rule rule, Tier tier, Instant start, Limit every, WorkingDays workingDays) {
        return bare(rule, new Happening(happening, trigger, start, null), tier, TimerState.RUNNING)
                .counted(tier, start, Term.counted(every), workingDays);
    }

    private static Timer bare(Rule rule, Happening happening, Tier tier, TimerState state) {
        return new Timer(
                UUID.randomUUID(),
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
                List.of());
    }

    /**
     * What stands after a later happening: fulfilled, pointless, or as before.
     *
     * @param recordedAt now
     */
    Timer settledBy(Happening later, Rule rule, Instant recordedAt) {
        var when = later.when().orElse(recordedAt);
        if (rule.metBy().contains(later.trigger()) && stateAt(recordedAt).next().contains(TimerState.MET)) {
            return met(Evidence.byHappening(when, dutyHolder), recordedAt);
        }
        var stillRan = stateAt(when) != TimerState.MISSED && state.next().contains(TimerState.SUPERSEDED);
        if (rule.endsOn().contains(later.trigger()) && stillRan) {
            return with(new Judgement(TimerState.SUPERSEDED, recordedAt, null, null), dueAt);
        }
        return this;
    }

    /**
     * Records evidence, which is in time or late.
     *
     * @throws TimerConflict if this timer is closed
     */
    Timer met(Evidence evidence, Instant recordedAt) {
        var late = dueAt != null && evidence.at().isAfter(dueAt);
        return judged(new Judgement(late ? TimerState.MET_LATE : TimerState.MET, recordedAt, evidence, null));
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
        return with(new Judgement(TimerState.RUNNING, recordedAt, null, reason), extendableTo);
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
                term.normal().map(limit -> limit.dueAfter(start, workingDays)).orElse(null),
                term.extension()
                        .map(limit -> limit.dueAfter(start, workingDays))
                        .orElse(null));
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
                judgements);
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
                all);
    }
}
