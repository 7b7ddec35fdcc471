package org.candour.casework.chronology;

import java.util.EnumSet;
import java.util.Set;

/** Where an alarm stands. */
public enum AlarmState {
    /** Somebody must look at it. */
    RAISED,
    /** Somebody looked, and gave a reason. What raised it, if it comes again, raises it again. */
    CLOSED,
    /** What was missing has been supplied by a correction. */
    SUPPLIED;

    /** Where it may go from here. */
    public Set<AlarmState> next() {
        return switch (this) { // no default: a new state does not compile until it is placed here
            case RAISED -> EnumSet.of(RAISED, CLOSED, SUPPLIED);
            case CLOSED -> EnumSet.of(RAISED, SUPPLIED);
            case SUPPLIED -> EnumSet.noneOf(AlarmState.class);
        };
    }
}
