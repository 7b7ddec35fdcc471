package org.candour.access;

import java.util.EnumSet;
import java.util.Set;

/** How far the assignment of a case to an advocate has come. Only {@link #ACCEPTED} gives access. */
public enum AssignmentStage {
    /** The advocate has been asked, and sees that there is a case, not what it says. */
    PROPOSED,
    /** The advocate has said yes: they hold a grant while the term runs. */
    ACCEPTED,
    /** The advocate has said no. */
    DECLINED,
    /** It was taken back before there was an answer. */
    WITHDRAWN,
    /** Nobody answered in time, or the term is over. */
    EXPIRED,
    /** The access was ended before its term was over. */
    ENDED;

    /** Where it may go from here. */
    public Set<AssignmentStage> next() {
        return switch (this) { // no default: a new stage does not compile until it is placed here
            case PROPOSED -> EnumSet.of(ACCEPTED, DECLINED, WITHDRAWN, EXPIRED);
            case ACCEPTED -> EnumSet.of(EXPIRED, ENDED);
            case DECLINED, WITHDRAWN, EXPIRED, ENDED -> EnumSet.noneOf(AssignmentStage.class);
        };
    }
}
