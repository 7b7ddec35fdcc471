package org.candour.casework.proceedings;

/** Who investigates a complaint or conduct matter (DOMAIN section 1.2). */
public enum InvestigationMode {
    INDEPENDENT,
    DIRECTED,
    LOCAL,
    /** Sent back to the force to decide. */
    RETURNED,
    /** Before 2020. */
    MANAGED,
    /** Before 2020. */
    SUPERVISED,
    UNKNOWN
}
