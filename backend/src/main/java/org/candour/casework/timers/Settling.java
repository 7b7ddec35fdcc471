package org.candour.casework.timers;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What happenings do to the timers that others have started, in whatever order they are told: they are put in the order in which
 * they happened, each time anew. What a person found of a timer they leave as it is; what one of them closed opens again if that
 * turns out to have been told in error.
 */
final class Settling {
    private final List<KnownHappening> happenings;
    private final RuleBook rules;
    private final Instant recordedAt;

    /**
     * @param happenings what is known, in the order in which it was told
     * @param recordedAt now
     */
    Settling(List<KnownHappening> happenings, RuleBook rules, Instant recordedAt) {
        this.happenings = happenings;
        this.rules = rules;
        this.recordedAt = recordedAt;
    }

    /** The timers, each fulfilled, pointless or open as everything that is known has it. */
    List<Timer> settled(Collection<Timer> timers) {
        return timers.stream().map(timer -> settled(timer, timers)).toList();
    }

    /**
     * One timer, likewise.
     *
     * @param all the timers among which the turns of the same duty are found
     */
    Timer settled(Timer timer, Collection<Timer> all) {
        return rules.find(timer.rule())
                .map(rule -> settled(timer, rule, began(timer, all)))
                .orElse(timer);
    }

    private Timer settled(Timer timer, Rule rule, Instant began) {
        var open = timer.asPeopleLeftIt();
        return inOrder(timer)
                .flatMap(known -> verdict(open, known, rule, began).stream())
                .findFirst()
                .map(timer::following)
                .orElseGet(() -> timer.followingNothing(recordedAt));
    }

    /** That it was done, or is pointless. Of what nobody can date, nobody can say that it was late. */
    private Optional<Judgement> verdict(Timer open, KnownHappening known, Rule rule, Instant began) {
        var trigger = known.happening().trigger();
        var when = known.moment();
        if (rule.metBy().contains(trigger) && isSince(open, when)) {
            var late = known.isDated() ? TimerState.MET_LATE : TimerState.UNKNOWN;
            var found = open.isLate(when) ? late : TimerState.MET;
            var evidence = found == TimerState.UNKNOWN ? null : Evidence.byHappening(when, open.dutyHolder());
            return possible(open, Judgement.following(known, found, recordedAt, evidence));
        }
        return rule.endsOn().contains(trigger) && !when.isBefore(began) && open.stateAt(when) != TimerState.MISSED
                ? possible(open, Judgement.following(known, TimerState.SUPERSEDED, recordedAt, null))
                : Optional.empty();
    }

    private static boolean isSince(Timer timer, Instant when) {
        var startedAt = timer.startedAt();
        return startedAt == null || !when.isBefore(startedAt);
    }

    private Optional<Judgement> possible(Timer open, Judgement verdict) {
        return Optional.of(verdict)
                .filter(judgement -> open.stateAt(recordedAt).next().contains(judgement.state()));
    }

    /**
     * What happened besides what started this, in its order. Of two contacts at one moment the one that was told later is the later,
     * and where nobody knows since when a timer runs, what was told after it counts.
     */
    private Stream<KnownHappening> inOrder(Timer timer) {
        var own = own(timer);
        return IntStream.range(0, happenings.size())
                .filter(index -> index != own)
                .filter(index -> index > own || isLaterOrAnother(happenings.get(index), timer))
                .mapToObj(happenings::get)
                .sorted(comparing(KnownHappening::moment)); // which leaves what happened at one moment as it was told
    }

    private static boolean isLaterOrAnother(KnownHappening toldBefore, Timer timer) {
        var startedAt = timer.startedAt();
        if (startedAt == null) {
            return false;
        }
        return toldBefore.happening().trigger() != timer.trigger()
                || toldBefore.moment().isAfter(startedAt);
    }

    private int own(Timer timer) {
        return IntStream.range(0, happenings.size())
                .filter(index -> happenings.get(index).happening().id().equals(timer.happening()))
                .findFirst()
                .orElse(-1);
    }

    /** Whether the duty had ended before its next turn would have begun. */
    boolean hasEnded(Rule rule, Timer turn, Instant nextStart, Collection<Timer> all) {
        var began = began(turn, all);
        return happenings.stream()
                .filter(known -> rule.endsOn().contains(known.happening().trigger()))
                .map(KnownHappening::moment)
                .anyMatch(ended -> !ended.isBefore(began) && ended.isBefore(nextStart));
    }

    /** When the first turn of this duty began. */
    private static Instant began(Timer timer, Collection<Timer> all) {
        return Stream.concat(all.stream(), Stream.of(timer))
                .filter(other -> other.happening().equals(timer.happening())
                        && other.rule().equals(timer.rule()))
                .flatMap(other -> Optional.ofNullable(other.startedAt()).stream())
                .min(naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
