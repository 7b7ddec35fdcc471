package org.candour.disclosure;

import org.candour.access.BodyId;
import org.candour.access.Purpose;

/** The victim has not agreed to this sharing, or no longer. */
public final class ConsentMissing extends RuntimeException {
    private final BodyId recipient;
    private final Purpose purpose;

    ConsentMissing(BodyId recipient, Purpose purpose) {
        super("No consent for " + recipient + " and " + purpose);
        this.recipient = recipient;
        this.purpose = purpose;
    }

    /** To whom nothing may go. */
    public BodyId recipient() {
        return recipient;
    }

    /** What it may not go there for. */
    public Purpose purpose() {
        return purpose;
    }
}
