package org.candour.casework.timers;

import java.util.Set;

/** A move that the table of {@link TimerState} does not have. */
public final class TimerConflict extends RuntimeException {
    private final TimerState from;

    TimerConflict(TimerState from, TimerState to) {
        super("No move from " + from + " to " + to);
        this.from = from;
    }

    /** Where the timer stands. */
    public TimerState from() {
        return from;
    }

    /** Where it may go. */
    public Set<TimerState> allowed() {
        return from.next();
    }
}
