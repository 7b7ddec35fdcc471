package org.candour.casework.proceedings;

/** What was decided about a referral to the IOPC (DOMAIN section 1.2). */
public enum ReferralDecision {
    MANDATORY,
    VOLUNTARY,
    CALLED_IN,
    /** The IOPC treats it as referred, by its power of initiative (Police Reform Act 2002 Schedule 3 paragraph 4A). */
    TREATED_AS_REFERRED,
    NOT_REFERRED,
    UNKNOWN;

    boolean isReferred() {
        return this != NOT_REFERRED && this != UNKNOWN;
    }
}
