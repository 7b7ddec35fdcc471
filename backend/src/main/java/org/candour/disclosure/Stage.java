package org.candour.disclosure;

import java.util.EnumSet;
import java.util.Set;

/** How far a disclosure has come. */
public enum Stage {
    /** Its redactions are proposed and being corrected. */
    DRAFT,
    /** The redacted copy is made and waits for a second person. */
    PROPOSED,
    /** A second person has approved it. */
    APPROVED,
    /** Its recipient may read it, until it expires. */
    RELEASED,
    /** Withdrawn. */
    ENDED;

    Set<Stage> next() {
        return switch (this) { // no default: a new stage does not compile until it is placed here
            case DRAFT -> EnumSet.of(PROPOSED, ENDED);
            case PROPOSED -> EnumSet.of(APPROVED, ENDED);
            case APPROVED -> EnumSet.of(RELEASED, ENDED);
            case RELEASED -> EnumSet.of(ENDED);
            case ENDED -> EnumSet.noneOf(Stage.class);
        };
    }
}
