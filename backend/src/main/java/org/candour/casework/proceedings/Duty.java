package org.candour.casework.proceedings;

/** Whether somebody was at work. */
public enum Duty {
    ON_DUTY,
    OFF_DUTY,
    UNKNOWN
}
