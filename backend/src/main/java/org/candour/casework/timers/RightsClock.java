package org.candour.casework.timers;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.data.annotation.TypeAlias;

/**
 * The timers of one case: a value that its aggregate keeps. Every change gives a new one.
 *
 * @param tier which limits hold
 * @param timers all timers ever started, in the order of their start
 */
@TypeAlias("rights-clock")
public record RightsClock(Tier tier, List<Timer> timers) {
    /** Keeps a copy. */
    public RightsClock {
        timers = List.copyOf(timers);
    }

    /** A clock without timers, at the tier that holds until somebody has assessed otherwise. */
    public static RightsClock untouched() {
        return new RightsClock(Tier.ENHANCED, List.of());
    }

    /**
     * Starts what this happening starts, fulfils what it fulfils, and supersedes what it makes pointless. A happening that
     * comes twice changes nothing.
     *
     * @param recordedAt now
     */
    public RightsClock start(Happening happening, RuleBook rules, Instant recordedAt) {
        if (timers.stream().anyMatch(timer -> timer.happening().equals(happening.id()))) {
            return this;
        }
        var settled = timers.stream()
                .map(timer -> rules.find(timer.rule())
                        .map(rule -> timer.settledBy(happening, rule, recordedAt))
                        .orElse(timer));
        var day = LocalDate.ofInstant(happening.when().orElse(recordedAt), WorkingDays.LONDON);
        var started = rules.rulesStartedBy(happening.trigger(), day).stream()
                .map(rule -> Timer.started(rule, happening, tier, rules.workingDays()));
        return new RightsClock(tier, Stream.concat(settled, started).toList());
    }

    /**
     * Records evidence that the duty was done, in time or late. If the rule is part of a chain, the next body's clock starts
     * with what it has now received; if the duty comes again, its next turn starts.
     *
     * @throws NoSuchTimer if this case has no such timer
     * @throws TimerConflict if it is closed
     * @throws EvidenceRefused if the evidence is from before the start, or from the future
     */
    public RightsClock meet(UUID timerId, Evidence evidence, RuleBook rules, Instant recordedAt) {
        var timer = get(timerId);
        evidence.check(timer.startedAt(), recordedAt);
        return changed(timerId, it -> it.met(evidence, recordedAt))
                .withNextTurn(timer, evidence.at(), rules)
                .withNextDuty(timer, evidence.at(), rules, recordedAt);
    }

    private RightsClock withNextTurn(Timer timer, Instant done, RuleBook rules) {
        var rule = rules.find(timer.rule());
        var recurrence = rule.flatMap(Rule::recurrence);
        if (rule.isEmpty() || recurrence.isEmpty()) {
            return this;
        }
        var start = recurrence.get().from() == Recurrence.From.EVIDENCE
                ? done
                : timer.due().orElse(done);
        return with(timer.nextTurn(rule.get(), tier, start, recurrence.get().every(), rules.workingDays()));
    }

    private RightsClock withNextDuty(Timer timer, Instant done, RuleBook rules, Instant recordedAt) {
        return rules.find(timer.rule())
                .map(rule -> rule.metStarts().get(timer.trigger()))
                .map(next -> start(Happening.at(timer.id(), next, done), rules, recordedAt))
                .orElse(this);
    }

    /** The victim does not want this. */
    public RightsClock waive(UUID timerId, Instant recordedAt) {
        return judged(timerId, new Judgement(TimerState.WAIVED_BY_VICTIM, recordedAt, null, null));
    }

    /** Telling would endanger somebody. */
    public RightsClock withhold(UUID timerId, Instant recordedAt) {
        return judged(
                timerId, new Judgement(TimerState.WITHHELD_FOR_SAFETY, recordedAt, null, Judgement.ReasonCode.DANGER));
    }

    /** The duty holder said why not. */
    public RightsClock giveReason(UUID timerId, Judgement.ReasonCode reason, Instant recordedAt) {
        return judged(timerId, new Judgement(TimerState.REASON_GIVEN, recordedAt, null, reason));
    }

    /** Nobody here knows whether it was done. */
    public RightsClock unknown(UUID timerId, Instant recordedAt) {
        return judged(timerId, new Judgement(TimerState.UNKNOWN, recordedAt, null, null));
    }

    /**
     * The victim wants it after all, or it is safe now. If the time has passed meanwhile, it runs anew from now: nobody was
     * late while nothing was to be done.
     *
     * @throws TimerConflict unless it was waived or withheld
     */
    public RightsClock resume(UUID timerId, RuleBook rules, Instant now) {
        return changed(timerId, timer -> {
            var resumed = timer.judged(new Judgement(TimerState.RUNNING, now, null, null));
            var term = rules.find(timer.rule()).map(rule -> rule.term(tier));
            if (term.isEmpty() || resumed.stateAt(now) != TimerState.MISSED) {
                return resumed;
            }
            return resumed.counted(tier, now, term.get(), rules.workingDays());
        });
    }

    /**
     * Extends a limit for a reason, where its rule says how far.
     *
     * @throws TimerConflict unless it runs, and its rule knows an extension
     */
    public RightsClock extend(UUID timerId, Judgement.ReasonCode reason, Instant recordedAt) {
        return changed(timerId, timer -> timer.extended(reason, recordedAt));
    }

    /** What came later took its place. */
    public RightsClock supersede(UUID timerId, Instant recordedAt) {
        return judged(timerId, new Judgement(TimerState.SUPERSEDED, recordedAt, null, null));
    }

    /** Changes the tier and recalculates the open timers; what is closed stays as it was judged at the time. */
    public RightsClock changeTier(Tier next, RuleBook rules, Instant now) {
        return new RightsClock(
                next,
                timers.stream()
                        .map(timer -> recalculated(timer, next, rules, now))
                        .toList());
    }

    /** What is open or missed and has a due date, the most urgent first. */
    public List<Timer> upcoming(Instant now) {
        return timers.stream()
                .filter(timer -> timer.stateAt(now) == TimerState.RUNNING || timer.stateAt(now) == TimerState.MISSED)
                .sorted(comparing(Timer::dueAt, nullsLast(naturalOrder())))
                .toList();
    }

    /** Every timer as it stands now, with its rule. */
    public List<TimerView> at(Instant now, RuleBook rules) {
        return timers.stream().map(timer -> TimerView.of(timer, rules, now)).toList();
    }

    /** What was missed or done late: the case's part of the breach register. */
    public List<TimerView> breaches(Instant now, RuleBook rules) {
        return at(now, rules).stream().filter(TimerView::isBreach).toList();
    }

    private static Timer recalculated(Timer timer, Tier next, RuleBook rules, Instant now) {
        var rule = rules.find(timer.rule());
        var counted = rule.filter(it -> it.term(next).kind() == Term.Kind.COUNTED)
                .filter(it -> !it.term(next).equals(it.term(timer.tier())));
        if (counted.isEmpty() || !timer.stateAt(now).isOpen()) {
            return timer;
        }
        return timer.counted(next, timer.startedAt(), counted.get().term(next), rules.workingDays());
    }

    private Timer get(UUID timerId) {
        return timers.stream()
                .filter(timer -> timer.id().equals(timerId))
                .findFirst()
                .orElseThrow(NoSuchTimer::new);
    }

    private RightsClock with(Timer timer) {
        return new RightsClock(
                tier, Stream.concat(timers.stream(), Stream.of(timer)).toList());
    }

    private RightsClock judged(UUID timerId, Judgement judgement) {
        return changed(timerId, timer -> timer.judged(judgement));
    }

    private RightsClock changed(UUID timerId, UnaryOperator<Timer> change) {
        get(timerId);
        return new RightsClock(
                tier,
                timers.stream()
                        .map(timer -> timer.id().equals(timerId) ? change.apply(timer) : timer)
                        .toList());
    }
}
