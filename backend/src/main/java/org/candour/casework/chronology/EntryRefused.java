package org.candour.casework.chronology;

/** An entry that breaks a rule. Nothing was stored. */
public final class EntryRefused extends RuntimeException {
    /** Which rule. */
    public enum Reason {
        /** No such body is listed in the forces file, and it is not {@code UNKNOWN}. */
        BODY_NOT_LISTED,
        /** This kind of entry needs it; {@code UNKNOWN} is a value. */
        MISSING,
        /** This kind of entry has no such field. */
        NOT_OF_THIS_KIND,
        /** It has not come yet. */
        IN_THE_FUTURE,
        /** Nobody can know of a thing before it happens. */
        BEFORE_IT_HAPPENED,
        /** The same body stands twice. */
        TWICE,
        /** The chronology of one case holds no more. */
        FULL
    }

    private final String field;
    private final Reason reason;

    EntryRefused(String field, Reason reason) {
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
