package org.candour.casework.chronology;

/** What a person must look at. */
public enum AlarmCode {
    /** The second or a later contact on which no action is recorded (DOMAIN C17). */
    REPEATED_CONTACT_WITHOUT_ACTION,
    /** A vetting decision without recorded reasons (DOMAIN C8, R7). */
    RATIONALE_MISSING,
    /** A vetting decision that nobody is to look at again (DOMAIN C8, R7). */
    REVIEW_DATE_MISSING
}
