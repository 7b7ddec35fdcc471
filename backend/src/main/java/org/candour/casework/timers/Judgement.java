package org.candour.casework.timers;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * What somebody found about a timer, or what followed from something else that happened. Judgements are only added; the last one
 * holds.
 *
 * @param state where it put the timer
 * @param recordedAt when it was recorded here
 * @param evidence what shows it, for {@link TimerState#MET} and {@link TimerState#MET_LATE}
 * @param reason why, for {@link TimerState#REASON_GIVEN}, {@link TimerState#WITHHELD_FOR_SAFETY} and an extension
 * @param happening what brought it about, or turned out to have been told in error; null: a person found it
 */
@TypeAlias("timer-judgement")
public record Judgement(
        TimerState state,
        Instant recordedAt,
        @Nullable Evidence evidence,
        @Nullable ReasonCode reason,
        @Nullable UUID happening) {
    /** What a person found. */
    static Judgement found(
            TimerState state, Instant recordedAt, @Nullable Evidence evidence, @Nullable ReasonCode reason) {
        return new Judgement(state, recordedAt, evidence, reason, null);
    }

    /** What follows from a happening. */
    static Judgement following(
            KnownHappening known, TimerState state, Instant recordedAt, @Nullable Evidence evidence) {
        return new Judgement(
                state, recordedAt, evidence, null, known.happening().id());
    }

    boolean isOfPerson() {
        return happening == null;
    }

    /** Whether it says the same, whenever it was recorded. */
    boolean saysTheSameAs(Judgement other) {
        return state == other.state && Objects.equals(evidence, other.evidence);
    }

    /** Why something was not done in time, or not at all. The words of whoever gave the reason stand in a note. */
    public enum ReasonCode {
        /** The duty holder could not reach the victim. */
        VICTIM_UNREACHABLE,
        /** Telling would endanger the victim or somebody else. */
        DANGER,
        /** Telling would harm an investigation. */
        HARM_TO_INVESTIGATION,
        /** The matter is complex. */
        COMPLEX,
        /** Clarification or proof of identity is awaited. */
        CLARIFICATION_AWAITED,
        /** Exceptional circumstances. */
        EXCEPTIONAL,
        /** The duty holder lacks people or means. */
        CAPACITY,
        /** The duty holder had not been told themselves. */
        NOT_TOLD_THEMSELVES,
        /** The victim has paused, or does not take part any more; it goes on when they do. */
        VICTIM_PAUSED,
        OTHER
    }
}
