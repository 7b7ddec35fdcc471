package org.candour.casework.proceedings;

import org.springframework.data.annotation.TypeAlias;

/**
 * Whether the victim may ask for a decision to be reviewed, and why not (DOMAIN sections 1.3 and 2.3).
 *
 * @param eligibility whether they may
 * @param reason why it is so
 */
@TypeAlias("review-right")
public record ReviewRight(Eligibility eligibility, Reason reason) {
    /** Whether a right to review exists. */
    public enum Eligibility {
        ELIGIBLE,
        /** Usually excluded, and worth asking for all the same. */
        ARGUABLE,
        NOT_ELIGIBLE
    }

    /** Why a right to review exists, or does not. */
    public enum Reason {
        /** Victims' Right to Review covers decisions of this kind. */
        COVERED_BY_SCHEME,
        /** A review of how a complaint was handled (Police Reform Act 2002 Schedule 3). */
        COMPLAINT_REVIEW,
        /** No suspect was identified and interviewed: outcomes 14 and 18. */
        NO_IDENTIFIED_SUSPECT,
        /** The victim is said not to support the prosecution: outcome 16. */
        VICTIM_DOES_NOT_SUPPORT,
        /** As before, and the victim says that is wrong. */
        VICTIM_DISPUTES_WITHDRAWAL,
        /** The decision is older than the scheme: the CPS's began on 5 June 2013, that of the police on 1 April 2015. */
        BEFORE_SCHEME_BEGAN,
        /** No scheme of review covers it. */
        NO_SCHEME
    }

    boolean startsClock() {
        return eligibility != Eligibility.NOT_ELIGIBLE;
    }
}
