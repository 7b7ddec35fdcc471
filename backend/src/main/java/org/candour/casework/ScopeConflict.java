package org.candour.casework;

import java.util.Set;

/** A change of a note's scope that the table of {@link NoteScope} does not have. */
public final class ScopeConflict extends RuntimeException {
    private final NoteScope from;

    ScopeConflict(NoteScope from, NoteScope to) {
        super("No change from " + from + " to " + to);
        this.from = from;
    }

    /** Who reads it now. */
    public NoteScope from() {
        return from;
    }

    /** To whom it may be opened. */
    public Set<NoteScope> allowed() {
        return from.next();
    }
}
