package org.candour.casework.timers;

import java.util.List;

/** A clock cannot stop, or go on, from where it stands. */
public final class PauseConflict extends RuntimeException {
    /** Said of a clock that stands still; it runs in every other way. */
    static final String STANDS_STILL = "STANDS_STILL";

    private final String current;
    private final List<String> allowed;

    PauseConflict(String current, List<String> allowed) {
        super("No pause, or no end of one, from " + current);
        this.current = current;
        this.allowed = List.copyOf(allowed);
    }

    /** Where the timer stands. */
    public String current() {
        return current;
    }

    /** What is possible: that it stops, that it goes on, or neither. */
    public List<String> allowed() {
        return allowed;
    }
}
