package org.candour.casework.ownrecord;

import java.util.Set;

/** A move that the table of {@link Participation} does not have. Nothing was stored. */
public final class ParticipationConflict extends RuntimeException {
    private final Participation from;

    ParticipationConflict(Participation from, Participation to) {
        super("No move from " + from + " to " + to);
        this.from = from;
    }

    /** What holds now. */
    public Participation from() {
        return from;
    }

    /** Where the victim may go. */
    public Set<Participation> allowed() {
        return from.next();
    }
}
