package org.candour.casework.proceedings;

/** What is wrong, or missing, with an allegation. */
public enum AlarmKind {
    /** The conduct is criminal on its face, and no crime reference exists. */
    CRIME_REFERENCE_MISSING,
    /** The matter must be referred to the IOPC, and no referral is on record. */
    REFERRAL_MISSING,
    /** The conduct is criminal on its face or is being investigated as a crime, and no misconduct track has begun. */
    MISCONDUCT_TRACK_MISSING,
    /** For too long nobody has found out how the criminal track ended. */
    CRIMINAL_OUTCOME_UNKNOWN,
    /** For too long nobody has found out how the misconduct track ended. */
    MISCONDUCT_OUTCOME_UNKNOWN,
    /** For too long nobody has found out whether the person complained of still serves. */
    EMPLOYMENT_UNKNOWN
}
