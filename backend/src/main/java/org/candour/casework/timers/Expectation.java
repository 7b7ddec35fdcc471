package org.candour.casework.timers;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A timer as the victim may read it. It never says that the law was broken unless the rule has been verified, and says nothing
 * of what is held back for safety or what they did not want.
 *
 * @param words what is owed, or what they may ask for, in plain words
 * @param dutyHolder who is to do it
 * @param by until when, or when it was done; null if there is no date
 * @param standing how it stands
 * @param isVerified whether a person has checked that it is the law; if not, it is what may be expected, and no more is said
 */
public record Expectation(
        String words, DutyHolder dutyHolder, @Nullable Instant by, Standing standing, boolean isVerified) {
    /** How it stands, for a victim. */
    public enum Standing {
        /** It is to be done by then. */
        EXPECTED,
        /** It is to be done, and nobody can say by when. */
        EXPECTED_SOME_TIME,
        /** It was expected by then, and nobody here has heard that it was done. */
        WAS_EXPECTED,
        /** By a verified rule it had to be done by then, and nothing shows that it was. */
        NOT_KEPT,
        /** It was done. */
        DONE,
        /** By a verified rule it was done too late. */
        DONE_LATE,
        /** Those who must do it gave a reason why not. */
        REASON_GIVEN,
        /** Nobody here knows. */
        UNKNOWN
    }

    static Optional<Expectation> of(TimerView timer) {
        return Optional.ofNullable(standing(timer))
                .map(standing -> new Expectation(
                        timer.words(), timer.dutyHolder(), date(timer, standing), standing, timer.verified()));
    }

    boolean isToCome() {
        return standing == Standing.EXPECTED || standing == Standing.EXPECTED_SOME_TIME;
    }

    private static @Nullable Standing standing(TimerView timer) {
        return switch (timer.state()) {
            case RUNNING, NOT_STARTED -> timer.dueAt() == null ? Standing.EXPECTED_SOME_TIME : Standing.EXPECTED;
            case MISSED -> timer.breach() && timer.mayTellVictim() ? Standing.NOT_KEPT : Standing.WAS_EXPECTED;
            case MET -> Standing.DONE;
            case MET_LATE -> timer.breach() && timer.mayTellVictim() ? Standing.DONE_LATE : Standing.DONE;
            case REASON_GIVEN -> Standing.REASON_GIVEN;
            case UNKNOWN -> Standing.UNKNOWN;
            case WAIVED_BY_VICTIM, WITHHELD_FOR_SAFETY, SUPERSEDED -> null;
        };
    }

    private static @Nullable Instant date(TimerView timer, Standing standing) {
        var judgements = timer.judgements();
        var last = judgements.isEmpty()
                ? null
                : judgements.get(judgements.size() - 1).evidence();
        var done = standing == Standing.DONE || standing == Standing.DONE_LATE;
        return done && last != null ? last.at() : timer.dueAt();
    }
}
