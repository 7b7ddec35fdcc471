package org.candour.casework;

import java.util.Set;

/** A move that the table of {@link Status} does not have. */
public final class StatusConflict extends RuntimeException {
    private final Status from;

    StatusConflict(Status from, Status to) {
        super("No move from " + from + " to " + to);
        this.from = from;
    }

    /** Where the case stands. */
    public Status from() {
        return from;
    }

    /** Where it may go. */
    public Set<Status> allowed() {
        return from.next();
    }
}
