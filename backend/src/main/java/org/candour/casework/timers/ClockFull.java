package org.candour.casework.timers;

/** The case holds as many timers, judgements and happenings as one may. Nothing was stored. */
public final class ClockFull extends RuntimeException {
    ClockFull() {
        super("No more timers, judgements or happenings fit");
    }
}
