package org.candour.casework.proceedings;

import java.util.EnumSet;
import java.util.Set;

/** Whether the person complained of still serves (DOMAIN section 1.2). Restriction and suspension are measures, not outcomes. */
public enum EmploymentState implements TrackState {
    UNKNOWN,
    SERVING,
    RESTRICTED,
    SUSPENDED,
    VETTING_WITHDRAWN,
    TRANSFERRED,
    RESIGNED,
    RETIRED,
    DISMISSED,
    DECEASED;

    @Override
    public Set<EmploymentState> next() {
        return switch (this) { // no default: a new state does not compile until it is placed here
            case UNKNOWN -> EnumSet.allOf(EmploymentState.class);
            case SERVING, RESTRICTED, SUSPENDED, TRANSFERRED -> EnumSet.allOf(EmploymentState.class);
            case VETTING_WITHDRAWN -> EnumSet.of(SERVING, SUSPENDED, RESIGNED, RETIRED, DISMISSED, DECEASED, UNKNOWN);
            case RESIGNED, RETIRED ->
                EnumSet.of(SERVING, DISMISSED, DECEASED); // rejoined, or would have been dismissed
            case DISMISSED -> EnumSet.of(SERVING, DECEASED); // reinstated on appeal
            case DECEASED -> EnumSet.noneOf(EmploymentState.class);
        };
    }

    @Override
    public Track track() {
        return Track.EMPLOYMENT;
    }

    @Override
    public boolean isEnded() {
        return this == DISMISSED || this == DECEASED;
    }
}
