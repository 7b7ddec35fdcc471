package org.candour.casework.timers;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What a rights clock shows at one moment. */
public final class ClockReading {
    private final List<Timer> timers;
    private final Instant now;
    private final RuleBook rules;

    ClockReading(Collection<Timer> timers, Instant now, RuleBook rules) {
        this.timers = List.copyOf(timers);
        this.now = now;
        this.rules = rules;
    }

    /** Every timer with its rule, in the order of their start. */
    public List<TimerView> timers() {
        return timers.stream().map(timer -> TimerView.of(timer, rules, now)).toList();
    }

    /** What runs or was missed; the most urgent first, undated last. */
    public List<Timer> upcoming() {
        return timers.stream()
                .filter(timer -> timer.stateAt(now) == TimerState.RUNNING || timer.stateAt(now) == TimerState.MISSED)
                .sorted(comparing(timer -> timer.dates().dueAt(), nullsLast(naturalOrder())))
                .toList();
    }

    /** What was missed or done late: the case's part of the breach register. */
    public List<TimerView> breaches() {
        return timers().stream().filter(TimerView::breach).toList();
    }

    /** What a victim may read of it, in the order in which it is due. */
    public List<Expectation> forVictim() {
        return timers().stream()
                .flatMap(timer -> Expectation.of(timer).stream())
                .sorted(comparing(Expectation::by, nullsLast(naturalOrder())))
                .toList();
    }

    /**
     * What is owed to the victim next, and what they may ask for, soonest first: what runs, and nothing of what was missed. That
     * is shown first to the advocate (DOMAIN 2.5), and to a victim who looks for it in {@link #forVictim}.
     */
    public List<Expectation> nextForVictim() {
        return forVictim().stream().filter(Expectation::isToCome).toList();
    }
}
