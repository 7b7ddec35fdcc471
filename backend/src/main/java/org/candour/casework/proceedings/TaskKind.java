package org.candour.casework.proceedings;

/** Where a task comes from. */
public enum TaskKind {
    /** A timer runs, or was missed. */
    TIMER,
    /** What somebody recorded is to be looked at again. */
    REVIEW,
    /** A complaint that was referred has been withdrawn: the IOPC must be told and decides (SI 2020/2 reg 38). */
    TELL_IOPC_OF_WITHDRAWAL,
    CRIME_REFERENCE_MISSING,
    REFERRAL_MISSING,
    MISCONDUCT_TRACK_MISSING,
    CRIMINAL_OUTCOME_UNKNOWN,
    MISCONDUCT_OUTCOME_UNKNOWN,
    EMPLOYMENT_UNKNOWN;

    static TaskKind of(AlarmKind alarm) {
        return switch (alarm) {
            case CRIME_REFERENCE_MISSING -> CRIME_REFERENCE_MISSING;
            case REFERRAL_MISSING -> REFERRAL_MISSING;
            case MISCONDUCT_TRACK_MISSING -> MISCONDUCT_TRACK_MISSING;
            case CRIMINAL_OUTCOME_UNKNOWN -> CRIMINAL_OUTCOME_UNKNOWN;
            case MISCONDUCT_OUTCOME_UNKNOWN -> MISCONDUCT_OUTCOME_UNKNOWN;
            case EMPLOYMENT_UNKNOWN -> EMPLOYMENT_UNKNOWN;
        };
    }

    /** Whether it is done by closing an alarm, or by what makes the alarm go away, and in no other way. */
    boolean isOfAlarm() {
        return switch (this) {
            case TIMER, REVIEW, TELL_IOPC_OF_WITHDRAWAL -> false;
            case CRIME_REFERENCE_MISSING,
                    REFERRAL_MISSING,
                    MISCONDUCT_TRACK_MISSING,
                    CRIMINAL_OUTCOME_UNKNOWN,
                    MISCONDUCT_OUTCOME_UNKNOWN,
                    EMPLOYMENT_UNKNOWN -> true;
        };
    }
}
