package org.candour.casework.timers;

/** From which moment of its trigger a clock runs. */
public enum StartBasis {
    /** When it happened. */
    OCCURRENCE,
    /** When it was decided. */
    DECISION,
    /** When the duty holder received it. */
    RECEIPT
}
