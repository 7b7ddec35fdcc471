package org.candour.casework.chronology;

/** Whether a body acted on what it learned. {@code UNKNOWN} is not {@code NO}. */
public enum ActionTaken {
    YES,
    NO,
    UNKNOWN
}
