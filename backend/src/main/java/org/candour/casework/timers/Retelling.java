package org.candour.casework.timers;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Happenings that are told again because they were told wrongly. What the wrong ones started never was owed; what people found of
 * it goes on to hold for what is started instead, as far as it can.
 */
final class Retelling {
    private final RuleBook rules;
    private final Instant recordedAt;

    Retelling(RuleBook rules, Instant recordedAt) {
        this.rules = rules;
        this.recordedAt = recordedAt;
    }

    /** The clock without the wrong happenings and with the right ones. */
    RightsClock retold(RightsClock clock, Collection<UUID> errors, List<Happening> instead) {
        var started = clock.without(errors, recordedAt);
        for (var happening : instead) {
            started = started.start(happening, rules, recordedAt);
        }
        var wrong = clock.timers().stream()
                .filter(timer -> errors.contains(timer.happening()))
                .toList();
        return inherited(wrong, started.settled(rules, recordedAt), instead);
    }

    private RightsClock inherited(List<Timer> wrong, RightsClock started, List<Happening> instead) {
        var heirs = new HashMap<UUID, UUID>();
        var clock = started;
        for (var old : wrong) {
            var timers = clock.turned(rules, recordedAt);
            var found = timers.timers().stream()
                    .filter(timer -> isHeir(timer, old, heirs, instead))
                    .findFirst();
            if (found.isPresent()) {
                heirs.put(old.nextTurnId(), found.get().nextTurnId());
                clock = inherited(old, found.get(), timers);
            }
        }
        return clock;
    }

    private static boolean isHeir(Timer timer, Timer old, Map<UUID, UUID> turns, List<Happening> instead) {
        var turn = turns.get(old.id());
        return turn == null
                ? timer.rule().id().equals(old.rule().id())
                        && timer.trigger() == old.trigger()
                        && instead.stream().anyMatch(happening -> happening.id().equals(timer.happening()))
                : timer.id().equals(turn);
    }

    private RightsClock inherited(Timer old, Timer heir, RightsClock clock) {
        var last = old.lastFinding();
        if (last.isEmpty()
                || !heir.stateAt(recordedAt).next().contains(last.get().state())) {
            return clock;
        }
        var evidence = last.get().evidence();
        if (evidence == null) {
            return clock.judged(
                    heir.id(),
                    Judgement.found(
                            last.get().state(), recordedAt, null, last.get().reason()));
        }
        return heir.canBeShownBy(evidence, recordedAt) ? clock.meet(heir.id(), evidence, rules, recordedAt) : clock;
    }
}
