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
        TERM,
        /** The kind does not go with who asks, or with what is said of a holder or a beginning. */
        KIND,
        /** A handover needs the day on which the holder leaves, within the term; nothing else has one. */
        LEAVING,
        /** Nobody is asked by themself, or to take a case from themself. */
        SELF,
        /** The one from whom the case comes does not hold it. */
        HOLDER,
        /** The advocate acts for another organisation than whoever holds the case: that is a referral. */
        OTHER_BODY,
        /** The victim has not consented to this organisation, or no longer. */
        CONSENT,
        /** Another question to the same advocate waits for an answer. */
        WAITING,
        /** So many have been asked already that somebody must look at the case. */
        TOO_MANY,
        /** Neither the one who asked, nor the one who holds it, nor a commissioner. */
        NOT_YOURS
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
