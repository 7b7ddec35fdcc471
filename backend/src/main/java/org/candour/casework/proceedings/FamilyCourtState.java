package org.candour.casework.proceedings;

import java.util.EnumSet;
import java.util.Set;

/** Where the family-court track stands. Whoever comes late may begin anywhere. */
public enum FamilyCourtState implements TrackState {
    NOT_BEGUN,
    APPLIED,
    LISTED,
    FINDING_MADE,
    ORDER_IN_FORCE,
    ORDER_ENDED,
    REFUSED,
    UNDER_APPEAL,
    WITHDRAWN;

    @Override
    public Set<FamilyCourtState> next() {
        return switch (this) { // no default: a new state does not compile until it is placed here
            case NOT_BEGUN -> EnumSet.complementOf(EnumSet.of(NOT_BEGUN));
            case APPLIED -> EnumSet.of(LISTED, FINDING_MADE, ORDER_IN_FORCE, REFUSED, WITHDRAWN);
            case LISTED -> EnumSet.of(LISTED, FINDING_MADE, ORDER_IN_FORCE, REFUSED, WITHDRAWN);
            case FINDING_MADE -> EnumSet.of(LISTED, ORDER_IN_FORCE, REFUSED, UNDER_APPEAL);
            case ORDER_IN_FORCE -> EnumSet.of(ORDER_IN_FORCE, ORDER_ENDED, LISTED, FINDING_MADE, UNDER_APPEAL);
            case ORDER_ENDED, REFUSED, WITHDRAWN -> EnumSet.of(APPLIED, UNDER_APPEAL);
            case UNDER_APPEAL -> EnumSet.of(LISTED, FINDING_MADE, ORDER_IN_FORCE, ORDER_ENDED, REFUSED);
        };
    }

    @Override
    public Track track() {
        return Track.FAMILY_COURT;
    }

    @Override
    public boolean isEnded() {
        return this == ORDER_ENDED || this == REFUSED || this == WITHDRAWN;
    }
}
