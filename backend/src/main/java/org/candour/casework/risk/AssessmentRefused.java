package org.candour.casework.risk;

/** An assessment or an incident that breaks a rule. Nothing was stored. */
public final class AssessmentRefused extends RuntimeException {
    /** Which rule. */
    public enum Reason {
        /** No such tool is in use on that day. */
        TOOL_NOT_LISTED,
        /** The tool has no such item. */
        ITEM_NOT_LISTED,
        /** A person must say how they judge it; {@code UNKNOWN} is no grade that a person can give. */
        GRADE_MISSING,
        /** Nobody sets a grade without saying why. */
        REASON_MISSING,
        /** It has not come yet. */
        IN_THE_FUTURE,
        /** A review follows what it reviews. */
        BEFORE_THE_ASSESSMENT,
        /** The record of one case holds no more. */
        FULL
    }

    private final String field;
    private final Reason reason;

    AssessmentRefused(String field, Reason reason) {
        super(field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** Where it stands in what was sent. */
    public String field() {
        return field;
    }

    /** Which rule. */
    public Reason reason() {
        return reason;
    }
}
