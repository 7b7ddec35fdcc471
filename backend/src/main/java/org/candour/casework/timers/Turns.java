package org.candour.casework.timers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** The next turn of a duty that comes again. */
final class Turns {
    private final RuleBook rules;
    private final Settling settling;
    private final Tier tier;

    Turns(RuleBook rules, Settling settling, Tier tier) {
        this.rules = rules;
        this.settling = settling;
        this.tier = tier;
    }

    /** The turn that follows one that is missed now, where turns follow each other by their due dates, and it is not there. */
    Optional<Timer> afterMissed(Timer timer, Collection<Timer> there, Instant now) {
        return rules.find(timer.rule())
                .filter(rule -> timer.stateAt(now) == TimerState.MISSED)
                .filter(rule -> rule.recurrence()
                        .filter(again -> again.from() == Recurrence.From.DUE)
                        .isPresent())
                .flatMap(rule -> next(rule, timer, now, there));
    }

    /** The turn that follows one that was done, unless it is there. */
    Optional<Timer> afterDone(Timer timer, Instant done, Collection<Timer> there) {
        return rules.find(timer.rule()).flatMap(rule -> next(rule, timer, done, there));
    }

    /** None begins once something has happened that ends the duty, however late somebody tells of the turns before it. */
    private Optional<Timer> next(Rule rule, Timer timer, Instant done, Collection<Timer> there) {
        return rule.recurrence()
                .filter(again -> there.stream().noneMatch(other -> other.id().equals(timer.nextTurnId())))
                .map(again -> turn(again, timer, done))
                .filter(turn -> turn.startedAt() != null && !settling.hasEnded(rule, timer, turn.startedAt(), there))
                .map(turn -> settling.settled(turn, there));
    }

    private Timer turn(Recurrence again, Timer timer, Instant done) {
        var due = timer.due().filter(ignored -> again.from() == Recurrence.From.DUE);
        return due.isPresent() && again.every().mayCountTheDayItself()
                ? timer.nextTurn(tier, dayAfter(due.get()), again.every().countingTheDayItself(), rules.workingDays())
                : timer.nextTurn(tier, due.orElse(done), again.every(), rules.workingDays());
    }

    /** A period follows the one before it without a gap (SI 2020/2 reg 13): so the end of a month stays the end of a month. */
    private static Instant dayAfter(Instant due) {
        return LocalDate.ofInstant(due, WorkingDays.LONDON)
                .plusDays(1)
                .atStartOfDay(WorkingDays.LONDON)
                .toInstant();
    }
}
