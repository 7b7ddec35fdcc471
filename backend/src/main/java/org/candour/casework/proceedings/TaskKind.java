package org.candour.casework.proceedings;

import org.candour.casework.due.DueKind;

/** Where a task comes from. */
public enum TaskKind {
    /** A timer runs, or was missed. */
    TIMER,
    /** What somebody recorded is to be looked at again. */
    REVIEW,
    /** A complaint that was referred has been withdrawn: the IOPC must be told and decides (SI 2020/2 reg 38). */
    TELL_IOPC_OF_WITHDRAWAL,
    /** An allegation was never screened, or an answer of its last screening is unknown. */
    SETTLE_SCREENING,
    /** Police resources were used, or contact went on after duty had ended, and nobody knows why. */
    LOOK_AGAIN_AT_SCREENING,
    /** The day has come on which the case team told the victim that it would look again. */
    NEXT_CHECK,
    /** The victim must be asked again how they may safely be reached. */
    SAFE_CONTACT,
    /** A risk assessment is to be looked at again. */
    RISK_REVIEW,
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

    static TaskKind of(DueKind due) {
        return switch (due) {
            case NEXT_CHECK -> NEXT_CHECK;
            case SAFE_CONTACT -> SAFE_CONTACT;
            case RISK_REVIEW -> RISK_REVIEW;
        };
    }

    /**
     * Whether it is done elsewhere, and in no other way: by closing an alarm or by what makes it go away, or by a new risk
     * assessment.
     */
    boolean isDoneElsewhere() {
        return switch (this) {
            case TIMER,
                    REVIEW,
                    TELL_IOPC_OF_WITHDRAWAL,
                    SETTLE_SCREENING,
                    LOOK_AGAIN_AT_SCREENING,
                    NEXT_CHECK,
                    SAFE_CONTACT -> false;
            case RISK_REVIEW,
                    CRIME_REFERENCE_MISSING,
                    REFERRAL_MISSING,
                    MISCONDUCT_TRACK_MISSING,
                    CRIMINAL_OUTCOME_UNKNOWN,
                    MISCONDUCT_OUTCOME_UNKNOWN,
                    EMPLOYMENT_UNKNOWN -> true;
        };
    }
}
