package org.candour.casework.ownrecord;

import java.util.EnumSet;
import java.util.Set;

/**
 * Whether the victim takes part in the work on their case (DOMAIN section 6). It is theirs alone to say, and apart from where the
 * case stands: what others owe goes on, and nothing is ever deleted by it.
 */
public enum Participation {
    TAKING_PART,
    /** Nobody gets in touch until the victim goes on. */
    PAUSED,
    /** The victim takes no part any more. What they told stays and counts in every later match; they can take it up again. */
    WITHDRAWN;

    /** Where the victim may go from here. */
    public Set<Participation> next() {
        return switch (this) { // no default: a new one does not compile until it is placed here
            case TAKING_PART -> EnumSet.of(PAUSED, WITHDRAWN);
            case PAUSED -> EnumSet.of(TAKING_PART, WITHDRAWN);
            case WITHDRAWN -> EnumSet.of(TAKING_PART);
        };
    }
}
