package org.candour.casework.timers;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;

/**
 * The timers of one case: a value that its aggregate keeps. Every change gives a new one.
 *
 * @param tier which limits hold
 * @param timers all timers ever started, in the order of their start
 * @param happenings what is known to have happened, in the order in which it was told: also what starts nothing, for it may fulfil
 *     or end what is told after it
 * @param contactWaits whether the victim has paused or does not take part, so that agreed contact waits
 * @param overdueFrom after which instant the breach register shows something of this case, for its index; null: never. It
 *     follows from the timers, whatever is handed in
 */
@TypeAlias("rights-clock")
public record RightsClock(
        Tier tier,
        List<Timer> timers,
        List<KnownHappening> happenings,
        boolean contactWaits,
        @Nullable Instant overdueFrom) {
    /** Timers, judgements and happenings together. */
    private static final int MOST = 2_000;

    /** Keeps a copy, and finds out from when something is overdue. */
    @PersistenceCreator
    public RightsClock {
        timers = List.copyOf(timers);
        happenings = List.copyOf(happenings);
        overdueFrom = timers.stream()
                .flatMap(timer -> timer.breachedFrom().stream())
                .min(naturalOrder())
                .orElse(null);
    }

    RightsClock(Tier tier, List<Timer> timers) {
        this(tier, timers, List.of(), false, null);
    }

    /** A clock without timers, at the tier that holds until somebody has assessed otherwise. */
    public static RightsClock untouched() {
        return new RightsClock(Tier.ENHANCED, List.of());
    }

    /**
     * Starts what this happening starts, and settles by it what others have started, in the order in which everything happened. A
     * happening that comes twice changes nothing.
     *
     * @param recordedAt now
     */
    public RightsClock start(Happening happening, RuleBook rules, Instant recordedAt) {
        if (happenings.stream().anyMatch(known -> known.happening().id().equals(happening.id()))) {
            return this;
        }
        var day = LocalDate.ofInstant(happening.when().orElse(recordedAt), WorkingDays.LONDON);
        var started = rules.rulesStartedBy(happening.trigger(), day).stream()
                .map(rule -> Timer.started(rule, happening, tier, rules.workingDays()));
        var told = new RightsClock(
                        tier,
                        Stream.concat(timers.stream(), started).toList(),
                        Stream.concat(happenings.stream(), Stream.of(new KnownHappening(happening, recordedAt)))
                                .toList(),
                        contactWaits,
                        null)
                .settled(rules, recordedAt);
        return contactWaits ? told.waiveContact(rules, recordedAt) : told;
    }

    /**
     * Takes back what was told in error, and tells what is right instead. What the errors had started is superseded, what they had
     * fulfilled or ended is open again, and what people found of it goes over to what is started instead.
     *
     * @param errors the happenings that were none
     * @param recordedAt now
     */
    public RightsClock correct(Collection<UUID> errors, List<Happening> instead, RuleBook rules, Instant recordedAt) {
        return new Retelling(rules, recordedAt).retold(this, errors, instead);
    }

    RightsClock without(Collection<UUID> errors, Instant recordedAt) {
        return new RightsClock(
                tier,
                timers.stream()
                        .map(timer -> errors.contains(timer.happening()) ? timer.neverOwed(recordedAt) : timer)
                        .toList(),
                happenings.stream()
                        .filter(known -> !errors.contains(known.happening().id()))
                        .toList(),
                contactWaits,
                null);
    }

    RightsClock settled(RuleBook rules, Instant recordedAt) {
        return with(settling(rules, recordedAt).settled(timers));
    }

    private Settling settling(RuleBook rules, Instant recordedAt) {
        return new Settling(happenings, rules, recordedAt);
    }

    private Turns turns(RuleBook rules, Instant recordedAt) {
        return new Turns(rules, settling(rules, recordedAt), tier);
    }

    /**
     * The clock with the turns that have come since it was stored: where a duty comes again so long after it was due, one that
     * is missed is followed by the next.
     */
    public RightsClock turned(RuleBook rules, Instant now) {
        var turns = turns(rules, now);
        var all = new ArrayList<>(timers);
        for (var index = 0; index < all.size(); index++) { // which grows as turns are added
            turns.afterMissed(all.get(index), all, now).ifPresent(all::add);
        }
        return all.size() == timers.size() ? this : with(all);
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
        var met = changed(timerId, it -> it.met(evidence, recordedAt));
        return turns(rules, recordedAt)
                .afterDone(timer, evidence.at(), met.timers)
                .map(met::with)
                .orElse(met)
                .withNextDuty(timer, evidence.at(), rules, recordedAt)
                .withDate(timer, evidence.at(), rules, recordedAt);
    }

    private RightsClock withNextDuty(Timer timer, Instant done, RuleBook rules, Instant recordedAt) {
        return rules.find(timer.rule())
                .map(rule -> rule.metStarts().get(timer.trigger()))
                .filter(next -> timers.stream().noneMatch(it -> it.isStartedBy(next, done)))
                .map(next -> start(Happening.at(timer.id(), next, done), rules, recordedAt))
                .orElse(this);
    }

    /** Where two decisions wait for their date, nobody knows which of them this one is: they go on waiting. */
    private RightsClock withDate(Timer timer, Instant done, RuleBook rules, Instant recordedAt) {
        var awaited = rules.find(timer.rule()).map(rule -> rule.metDates().get(timer.trigger()));
        var waiting = timers.stream()
                .filter(it -> awaited.filter(next -> next == it.trigger()).isPresent() && it.awaitsDate())
                .toList();
        return waiting.size() == 1 ? startFrom(waiting.get(0).id(), done, rules, recordedAt) : this;
    }

    /**
     * Starts a timer of which nobody knew since when it runs.
     *
     * @throws NoSuchTimer if this case has no such timer
     * @throws TimerConflict if it is known, or the timer is closed
     */
    public RightsClock startFrom(UUID timerId, Instant start, RuleBook rules, Instant recordedAt) {
        var rule = rules.find(get(timerId).rule()).orElseThrow(NoSuchTimer::new);
        return changed(timerId, timer -> timer.startedAt(start, rule, rules.workingDays(), recordedAt))
                .settled(rules, recordedAt);
    }

    /** The victim does not want this. */
    public RightsClock waive(UUID timerId, Instant recordedAt) {
        return judged(timerId, Judgement.found(TimerState.WAIVED_BY_VICTIM, recordedAt, null, null));
    }

    /** The victim has paused: agreed contact that runs or is agreed meanwhile waits, and nothing else does. */
    public RightsClock waiveContact(RuleBook rules, Instant now) {
        var paused = Judgement.found(TimerState.WAIVED_BY_VICTIM, now, null, Judgement.ReasonCode.VICTIM_PAUSED);
        return with(
                timers.stream()
                        .map(timer -> timer.stateAt(now) == TimerState.RUNNING && isContact(timer, rules)
                                ? timer.judged(paused)
                                : timer)
                        .toList(),
                true);
    }

    /** The victim goes on: what waited for that runs again, and nothing that was waived for itself. */
    public RightsClock resumeContact(RuleBook rules, Instant now) {
        var resumed = with(timers, false);
        for (var timer : timers) {
            if (timer.waitsForVictim()) {
                resumed = resumed.resume(timer.id(), rules, now);
            }
        }
        return resumed;
    }

    private static boolean isContact(Timer timer, RuleBook rules) {
        return rules.find(timer.rule()).filter(Rule::contact).isPresent();
    }

    /** Telling would endanger somebody. */
    public RightsClock withhold(UUID timerId, Instant recordedAt) {
        return judged(
                timerId,
                Judgement.found(TimerState.WITHHELD_FOR_SAFETY, recordedAt, null, Judgement.ReasonCode.DANGER));
    }

    /** The duty holder said why not. */
    public RightsClock giveReason(UUID timerId, Judgement.ReasonCode reason, Instant recordedAt) {
        return judged(timerId, Judgement.found(TimerState.REASON_GIVEN, recordedAt, null, reason));
    }

    /** Nobody here knows whether it was done. */
    public RightsClock unknown(UUID timerId, Instant recordedAt) {
        return judged(timerId, Judgement.found(TimerState.UNKNOWN, recordedAt, null, null));
    }

    /**
     * The victim wants it after all, or it is safe now. If the time has passed meanwhile, it runs anew from now: nobody was
     * late while nothing was to be done.
     *
     * @throws TimerConflict unless it was waived or withheld
     */
    public RightsClock resume(UUID timerId, RuleBook rules, Instant now) {
        return changed(timerId, timer -> {
            var resumed = timer.judged(Judgement.found(TimerState.RUNNING, now, null, null));
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

    /**
     * Stops the clock of a timer from a day on, where its rule says that it may stop (DOMAIN 2.4). It misses nothing until it goes
     * on, and its limits move by the whole days that it stood still.
     *
     * @throws NoSuchTimer if this case has no such timer
     * @throws PauseConflict unless it runs, its rule lets it stop, and it does not stand still
     * @throws PauseRefused if its time had not begun that day, or was over, or it stood still
     */
    public RightsClock pause(UUID timerId, LocalDate from, RuleBook rules, Instant recordedAt) {
        var rule = rules.find(get(timerId).rule()).orElseThrow(NoSuchTimer::new);
        return changed(timerId, timer -> timer.paused(from, rule, recordedAt));
    }

    /**
     * Has a clock that stands still go on.
     *
     * @throws NoSuchTimer if this case has no such timer
     * @throws PauseConflict unless it stands still
     * @throws PauseRefused if the day is before the one it stopped on
     */
    public RightsClock unpause(UUID timerId, LocalDate to, RuleBook rules, Instant recordedAt) {
        var rule = rules.find(get(timerId).rule()).orElseThrow(NoSuchTimer::new);
        return changed(timerId, timer -> timer.unpaused(to, rule, recordedAt));
    }

    /** What came later took its place. */
    public RightsClock supersede(UUID timerId, Instant recordedAt) {
        return judged(timerId, Judgement.found(TimerState.SUPERSEDED, recordedAt, null, null));
    }

    /** Changes the tier and recalculates the open timers; what is closed stays as it was judged at the time. */
    public RightsClock changeTier(Tier next, RuleBook rules, Instant now) {
        return new RightsClock(
                next,
                timers.stream()
                        .map(timer -> recalculated(timer, next, rules, now))
                        .toList(),
                happenings,
                contactWaits,
                null);
    }

    /** The timers as they stand now, also turns that nobody has stored yet. */
    public ClockReading read(Instant now, RuleBook rules) {
        return new ClockReading(turned(rules, now).timers, now, rules);
    }

    /**
     * Makes sure that it stays well under what the store takes in one document.
     *
     * @throws ClockFull if it holds more
     */
    public void requireRoom() {
        var judgements = timers.stream()
                .mapToInt(timer ->
                        timer.judgements().size() + timer.pauses().all().size())
                .sum();
        if (timers.size() + judgements + happenings.size() > MOST) {
            throw new ClockFull();
        }
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
        return with(Stream.concat(timers.stream(), Stream.of(timer)).toList());
    }

    private RightsClock with(List<Timer> some) {
        return with(some, contactWaits);
    }

    private RightsClock with(List<Timer> some, boolean waits) {
        return new RightsClock(tier, some, happenings, waits, null);
    }

    RightsClock judged(UUID timerId, Judgement judgement) {
        return changed(timerId, timer -> timer.judged(judgement));
    }

    private RightsClock changed(UUID timerId, UnaryOperator<Timer> change) {
        get(timerId);
        return with(timers.stream()
                .map(timer -> timer.id().equals(timerId) ? change.apply(timer) : timer)
                .toList());
    }
}
