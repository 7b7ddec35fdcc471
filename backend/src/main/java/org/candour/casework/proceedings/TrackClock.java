package org.candour.casework.proceedings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.casework.timers.DutyHolder;
import org.candour.casework.timers.Happening;
import org.candour.casework.timers.RightsClock;
import org.candour.casework.timers.RuleBook;
import org.candour.casework.timers.TimerState;
import org.candour.casework.timers.Trigger;

/** What the entry of a track does to the rights clock of its case. */
final class TrackClock {
    private final RuleBook rules;

    TrackClock(RuleBook rules) {
        this.rules = rules;
    }

    /** The clock after an entry. What a corrected entry had started never was owed. */
    RightsClock after(TrackEntry entry, RightsClock before) {
        var errors = entry.corrected().map(TrackClock::happeningsOf).orElse(List.of());
        var clock = before.correct(errors, happenings(entry), rules, entry.recordedAt());
        var review = entry.review();
        return review == null || review.startsClock() ? clock : withoutReview(entry, clock);
    }

    /** Nobody may ask for a review of this decision, though its kind would start the clock. */
    private static RightsClock withoutReview(TrackEntry entry, RightsClock before) {
        var clock = before;
        for (var timer : before.timers()) {
            if (timer.happening().equals(entry.id())
                    && timer.dutyHolder() == DutyHolder.VICTIM
                    && timer.stateAt(entry.recordedAt()).next().contains(TimerState.SUPERSEDED)) {
                clock = clock.supersede(timer.id(), entry.recordedAt());
            }
        }
        return clock;
    }

    private static List<Happening> happenings(TrackEntry entry) {
        var happenings = new ArrayList<Happening>();
        trigger(entry)
                .ifPresent(trigger -> happenings.add(
                        happening(entry.id(), trigger, entry.facts().day())));
        var review = entry.review();
        if (review == null || !review.startsClock()) {
            return happenings;
        }
        if (entry.track() == Track.MISCONDUCT) { // without a letter it runs from the decision: too early warns in time
            var letter = Optional.ofNullable(entry.facts().letterOn()).or(entry.facts()::day);
            happenings.add(happening(second(entry.id()), Trigger.OUTCOME_LETTER_DATED, letter));
        } else if (!isOfProsecutor(entry)) {
            happenings.add(happening(
                    second(entry.id()),
                    Trigger.TOLD_OF_POLICE_DECISION,
                    entry.facts().toldVictimOn()));
        }
        return happenings;
    }

    private static Optional<Trigger> trigger(TrackEntry entry) {
        if (entry.step() == Step.DECIDED_NOT_TO_PROSECUTE) {
            return Optional.of(
                    isOfProsecutor(entry)
                            ? Trigger.CPS_DECIDED_NOT_TO_PROSECUTE
                            : Trigger.POLICE_DECIDED_NOT_TO_PROSECUTE);
        }
        return entry.step().trigger();
    }

    private static boolean isOfProsecutor(TrackEntry entry) {
        return entry.facts().decidedBy() == DecisionMaker.CPS || entry.step() == Step.CPS_STOPPED_CASE;
    }

    private static Happening happening(UUID id, Trigger trigger, Optional<java.time.LocalDate> day) {
        return day.map(known -> Happening.on(id, trigger, known)).orElseGet(() -> Happening.atUnknownTime(id, trigger));
    }

    /** An entry may be two happenings: the decision, and that the victim was told. */
    private static UUID second(UUID entry) {
        return UUID.nameUUIDFromBytes((entry + "/second").getBytes(StandardCharsets.UTF_8));
    }

    private static List<UUID> happeningsOf(UUID entry) {
        return List.of(entry, second(entry));
    }
}
