package org.candour.casework.timers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** The next turn of a duty that comes again. */
final class Turns {
    private Turns() {}

    /** The turn that follows one that is missed now, where turns follow each other by their due dates, and it is not there. */
    static Optional<Timer> afterMissed(Timer timer, Collection<Timer> there, Tier tier, RuleBook rules, Instant now) {
        return rules.find(timer.rule())
                .filter(rule -> timer.stateAt(now) == TimerState.MISSED)
                .filter(rule -> rule.recurrence()
                        .filter(again -> again.from() == Recurrence.From.DUE)
                        .isPresent())
                .flatMap(rule -> next(rule, timer, now, there, tier, rules));
    }

    /** The turn that follows one that was done, unless it is there. */
    static Optional<Timer> afterDone(Timer timer, Instant done, Collection<Timer> there, Tier tier, RuleBook rules) {
        return rules.find(timer.rule()).flatMap(rule -> next(rule, timer, done, there, tier, rules));
    }

    /** None follows once something has happened that ends the duty, however late somebody tells of the turns before it. */
    private static Optional<Timer> next(
            Rule rule, Timer timer, Instant done, Collection<Timer> there, Tier tier, RuleBook rules) {
        return rule.recurrence()
                .filter(again -> there.stream()
                        .noneMatch(other -> other.id().equals(timer.nextTurnId()) || ends(rule, timer, other)))
                .map(again -> {
                    var due = timer.due().filter(ignored -> again.from() == Recurrence.From.DUE);
                    return due.isPresent() && again.every().mayCountTheDayItself()
                            ? timer.nextTurn(
                                    rule,
                                    tier,
                                    dayAfter(due.get()),
                                    again.every().countingTheDayItself(),
                                    rules.workingDays())
                            : timer.nextTurn(rule, tier, due.orElse(done), again.every(), rules.workingDays());
                });
    }

    /** As far as a timer shows it that what ends the duty has started. */
    private static boolean ends(Rule rule, Timer turn, Timer other) {
        return rule.endsOn().contains(other.trigger())
                && other.state() != TimerState.SUPERSEDED
                && turn.startedAt() != null
                && other.startedAt() != null
                && !other.startedAt().isBefore(turn.startedAt());
    }

    /** A period follows the one before it without a gap (SI 2020/2 reg 13): so the end of a month stays the end of a month. */
    private static Instant dayAfter(Instant due) {
        return LocalDate.ofInstant(due, WorkingDays.LONDON)
                .plusDays(1)
                .atStartOfDay(WorkingDays.LONDON)
                .toInstant();
    }
}
