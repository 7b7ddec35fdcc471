package org.candour.casework;

import java.util.EnumSet;
import java.util.Set;

/** Who reads a note. Its author may widen that and nobody may narrow it: what was shown stays shown. */
public enum NoteScope {
    /** Its author alone. */
    PRIVATE,
    /** Whoever holds a grant on the case. */
    CASE_TEAM,
    /** The victim too. */
    SHARED_WITH_VICTIM;

    /** The wider ones. */
    public Set<NoteScope> next() {
        return switch (this) { // no default: a new scope does not compile until it is placed here
            case PRIVATE -> EnumSet.of(CASE_TEAM, SHARED_WITH_VICTIM);
            case CASE_TEAM -> EnumSet.of(SHARED_WITH_VICTIM);
            case SHARED_WITH_VICTIM -> EnumSet.noneOf(NoteScope.class);
        };
    }
}
