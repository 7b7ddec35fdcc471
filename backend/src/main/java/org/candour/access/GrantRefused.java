package org.candour.access;

/** A grant cannot be given as asked; the reason never says anything about the case. */
public final class GrantRefused extends RuntimeException {
    /** Why. */
    public enum Reason {
        /** Nobody with this id has signed on with the role that the grant needs. */
        NOBODY,
        /** This person must not come near this case. */
        CONFLICT,
        /** It would end before it starts, or last longer than a grant may. */
        TERM
    }

    private final Reason reason;

    GrantRefused(Reason reason) {
        super("Grant refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
