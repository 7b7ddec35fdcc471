package org.candour.casework.timers;

/** The case holds as many timers and judgements as one may. Nothing was stored. */
public final class ClockFull extends RuntimeException {
    ClockFull() {
        super("No more timers or judgements fit");
    }
}
