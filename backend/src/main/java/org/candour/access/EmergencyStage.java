package org.candour.access;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a request for emergency access stands. */
public enum EmergencyStage {
    /** Nobody has decided yet. */
    WAITING,
    /** A second person has given the access, for its minutes. */
    APPROVED,
    /** A second person has refused it. */
    REFUSED,
    /** Nobody decided in time; whoever still needs it asks again. */
    LAPSED,
    /** The minutes of the access are over. */
    EXPIRED,
    /** Whoever had asked gave the access up before its minutes were over. */
    ENDED,
    /** Whoever had asked took the request back before anybody decided. */
    WITHDRAWN;

    /** Where it may go from here. */
    public Set<EmergencyStage> next() {
        return switch (this) { // no default: a new stage does not compile until it is placed here
            case WAITING -> EnumSet.of(APPROVED, REFUSED, LAPSED, WITHDRAWN);
            case APPROVED -> EnumSet.of(EXPIRED, ENDED);
            case REFUSED, LAPSED, EXPIRED, ENDED, WITHDRAWN -> EnumSet.noneOf(EmergencyStage.class);
        };
    }

    /** Where what was last written as this stands by now, after what time alone has done. */
    EmergencyStage by(Instant now, Instant decideBy, @Nullable Instant until) {
        if (this == WAITING && !now.isBefore(decideBy)) {
            return LAPSED;
        }
        return this == APPROVED && until != null && !now.isBefore(until) ? EXPIRED : this;
    }
}
