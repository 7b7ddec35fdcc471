package org.candour.casework;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands. */
public enum Status {
    /** The report is in; nobody works on it yet. */
    RECEIVED,
    /** An advocate works on it with the victim. */
    IN_SUPPORT,
    /** A redacted copy is with investigators. */
    WITH_INVESTIGATORS,
    /** Work has ended. Nothing is deleted, and it can be taken up again. */
    CLOSED;

    /** Where it may go from here. */
    public Set<Status> next() {
        return switch (this) { // no default: a new status does not compile until it is placed here
            case RECEIVED -> EnumSet.of(IN_SUPPORT, CLOSED);
            case IN_SUPPORT -> EnumSet.of(WITH_INVESTIGATORS, CLOSED);
            case WITH_INVESTIGATORS -> EnumSet.of(IN_SUPPORT, CLOSED);
            case CLOSED -> EnumSet.of(IN_SUPPORT);
        };
    }
}
