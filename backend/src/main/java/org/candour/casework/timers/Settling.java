package org.candour.casework.timers;

import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What one happening does to timers that another has started, whichever of the two is told first. */
final class Settling {
    private final List<Timer> timers;
    private final RuleBook rules;
    private final Instant recordedAt;

    Settling(List<Timer> timers, RuleBook rules, Instant recordedAt) {
        this.timers = timers;
        this.rules = rules;
        this.recordedAt = recordedAt;
    }

    /** The timers once this has happened too: fulfilled, pointless, or as before. */
    Stream<Timer> after(Happening happening) {
        return timers.stream()
                .map(timer -> rules.find(timer.rule())
                        .map(rule -> timer.settledBy(happening, rule, began(timer), recordedAt))
                        .orElse(timer));
    }

    private Instant began(Timer timer) {
        return timers.stream()
                .filter(other -> other.happening().equals(timer.happening())
                        && other.rule().equals(timer.rule()))
                .flatMap(other -> Stream.ofNullable(other.startedAt()))
                .min(naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** A timer that is started late, which something that was told before may have fulfilled. */
    Timer asFarAsKnown(Timer started, Rule rule) {
        return timers.stream()
                .filter(known -> rule.metBy().contains(known.trigger()) && known.state() != TimerState.SUPERSEDED)
                .flatMap(known -> Stream.ofNullable(known.startedAt()))
                .filter(later -> started.startedAt() != null && later.isAfter(started.startedAt()))
                .min(naturalOrder())
                .map(later -> started.met(Evidence.byHappening(later, rule.dutyHolder()), recordedAt))
                .orElse(started);
    }
}
