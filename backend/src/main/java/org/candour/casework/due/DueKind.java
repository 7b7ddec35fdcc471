package org.candour.casework.due;

/** What is to be done by a day, outside the proceedings. A case has at most one day of each kind. */
public enum DueKind {
    /** The day has come on which the case team told the victim that it would look again. */
    NEXT_CHECK,
    /** How the victim may safely be reached was confirmed so long ago that they must be asked again. */
    SAFE_CONTACT,
    /** A risk assessment is to be looked at again. */
    RISK_REVIEW
}
