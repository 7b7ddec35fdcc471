package org.candour.casework.chronology;

/** How it came to a contact with the authorities. */
public enum ContactKind {
    REPORT_BY_VICTIM,
    REPORT_BY_SOMEBODY_ELSE,
    COMPLAINT,
    INTELLIGENCE,
    CALL_ATTENDED,
    ARREST,
    INTERVIEW,
    REFERRAL,
    OTHER,
    UNKNOWN
}
