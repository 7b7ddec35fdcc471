package org.candour.casework.chronology;

/** Whether a body knew of a fact on a day. */
public enum Knowledge {
    /** It is recorded that it did. */
    KNEW,
    /** It is recorded that it came to know later. */
    NOT_YET,
    /** It is recorded that it came to know, and not when, or only that it was within a time that the day falls into. */
    UNKNOWN,
    /** Nothing is recorded of this body, which does not say that it did not know. */
    NOTHING_RECORDED
}
