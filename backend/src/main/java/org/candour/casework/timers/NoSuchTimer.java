package org.candour.casework.timers;

/** A case has no timer with this id. */
public final class NoSuchTimer extends RuntimeException {
    NoSuchTimer() {
        super("No such timer");
    }
}
