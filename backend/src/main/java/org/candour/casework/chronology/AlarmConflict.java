package org.candour.casework.chronology;

import java.util.Set;

/** A move that the table of {@link AlarmState} does not have. Nothing was stored. */
public final class AlarmConflict extends RuntimeException {
    private final AlarmState from;

    AlarmConflict(AlarmState from, AlarmState to) {
        super("No move from " + from + " to " + to);
        this.from = from;
    }

    /** Where the alarm stands. */
    public AlarmState from() {
        return from;
    }

    /** Where it may go. */
    public Set<AlarmState> allowed() {
        return from.next();
    }
}
