package org.candour.rights;

/** A consent that cannot be given as asked. Nothing was stored. */
public final class ConsentRefused extends RuntimeException {
    /** What is wrong with it. */
    public enum Reason {
        /** The recipient is unknown here, or serves the accused, or is excluded: it may see nothing whatever anybody agrees to. */
        RECIPIENT,
        /** It is no purpose for which a case is shared. */
        PURPOSE,
        /** It does not end in the future, or too late. */
        TERM,
        /** Only the victim gives it here, and what somebody else records was spoken or written. */
        FORM
    }

    private final Reason reason;

    ConsentRefused(Reason reason) {
        super("No consent: " + reason);
        this.reason = reason;
    }

    /** What is wrong with it. */
    public Reason reason() {
        return reason;
    }
}
