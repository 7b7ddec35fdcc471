package org.candour.casework.timers;

/**
 * A duty that comes again.
 *
 * @param every how long after
 * @param from after what
 */
public record Recurrence(Limit every, From from) {
    /** After what the next turn runs. */
    public enum From {
        /** After the last turn was done. */
        EVIDENCE,
        /** After the last turn was due. */
        DUE
    }
}
