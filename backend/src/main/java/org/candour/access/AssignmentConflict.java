package org.candour.access;

import java.util.Set;

/** A move that the table of {@link AssignmentStage} does not have. */
public final class AssignmentConflict extends RuntimeException {
    private final AssignmentStage from;

    AssignmentConflict(AssignmentStage from, AssignmentStage to) {
        super("No move from " + from + " to " + to);
        this.from = from;
    }

    /** Where the assignment stands. */
    public AssignmentStage from() {
        return from;
    }

    /** Where it may go. */
    public Set<AssignmentStage> allowed() {
        return from.next();
    }
}
