package org.candour.access;

import java.util.EnumSet;
import java.util.Set;

/** Where a request for emergency access stands. */
public enum EmergencyStage {
    /** Nobody has decided yet. */
    WAITING,
    /** A second person has given the access, for its minutes. */
    APPROVED,
    /** A second person has refused it. */
    REFUSED,
    /** Nobody decided in time; whoever still needs it asks again. */
    LAPSED;

    /** Where it may go from here. */
    public Set<EmergencyStage> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(APPROVED, REFUSED, LAPSED);
            case APPROVED, REFUSED, LAPSED -> EnumSet.noneOf(EmergencyStage.class);
        };
    }
}
