package org.candour.casework.timers;

import java.util.EnumSet;
import java.util.Set;

/** Where a timer stands (DOMAIN 2.5). */
public enum TimerState {
    /** It is known that it will run, and not yet from when. */
    NOT_STARTED,
    /** It runs. Once its due instant has passed it is {@link #MISSED}, without anybody saying so. */
    RUNNING,
    /** Done in time, with evidence. */
    MET,
    /** The due instant has passed and nothing shows that it was done. */
    MISSED,
    /** Done too late, with evidence. */
    MET_LATE,
    /** The victim does not want it. They can take that back at any time. */
    WAIVED_BY_VICTIM,
    /** Held back because telling would endanger. */
    WITHHELD_FOR_SAFETY,
    /** Not done, and the duty holder gave a reason. */
    REASON_GIVEN,
    /** Nobody here knows whether it was done, or since when it runs. */
    UNKNOWN,
    /** What came later took its place. */
    SUPERSEDED;

    /** Where it may go from here. */
    public Set<TimerState> next() {
        return switch (this) { // no default: a new state does not compile until it is placed here
            case NOT_STARTED -> EnumSet.of(RUNNING, WAIVED_BY_VICTIM, UNKNOWN, SUPERSEDED);
            case RUNNING ->
                EnumSet.of(
                        MET,
                        MISSED,
                        MET_LATE,
                        WAIVED_BY_VICTIM,
                        WITHHELD_FOR_SAFETY,
                        REASON_GIVEN,
                        UNKNOWN,
                        SUPERSEDED);
            case MISSED -> EnumSet.of(MET, MET_LATE, REASON_GIVEN, UNKNOWN);
            case WAIVED_BY_VICTIM -> EnumSet.of(RUNNING, MET, MET_LATE, SUPERSEDED);
            case WITHHELD_FOR_SAFETY -> EnumSet.of(RUNNING, MET, MET_LATE, WAIVED_BY_VICTIM, SUPERSEDED);
            case REASON_GIVEN -> EnumSet.of(MET, MET_LATE, SUPERSEDED);
            case UNKNOWN ->
                EnumSet.of(RUNNING, MET, MET_LATE, MISSED, WAIVED_BY_VICTIM, WITHHELD_FOR_SAFETY, SUPERSEDED);
            case MET, MET_LATE, SUPERSEDED -> EnumSet.noneOf(TimerState.class);
        };
    }

    /** Whether something is still to be done. A change of tier recalculates these, and no others. */
    public boolean isOpen() {
        return this == NOT_STARTED || this == RUNNING || this == WITHHELD_FOR_SAFETY || this == WAIVED_BY_VICTIM;
    }
}
