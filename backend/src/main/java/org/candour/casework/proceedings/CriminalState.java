package org.candour.casework.proceedings;

import java.util.EnumSet;
import java.util.Set;

/** Where the criminal track stands. Whoever comes late may begin anywhere: what went before need not be known. */
public enum CriminalState implements TrackState {
    NOT_BEGUN,
    REPORTED,
    RECORDED,
    UNDER_INVESTIGATION,
    WITH_PROSECUTOR,
    CHARGED,
    IN_COURT,
    NO_FURTHER_ACTION,
    UNDER_REVIEW,
    CONCLUDED,
    UNDER_APPEAL,
    WITHDRAWN;

    @Override
    public Set<CriminalState> next() {
        return switch (this) { // no default: a new state does not compile until it is placed here
            case NOT_BEGUN -> EnumSet.complementOf(EnumSet.of(NOT_BEGUN));
            case REPORTED ->
                EnumSet.of(RECORDED, UNDER_INVESTIGATION, WITH_PROSECUTOR, CHARGED, NO_FURTHER_ACTION, WITHDRAWN);
            case RECORDED ->
                EnumSet.of(UNDER_INVESTIGATION, WITH_PROSECUTOR, CHARGED, CONCLUDED, NO_FURTHER_ACTION, WITHDRAWN);
            case UNDER_INVESTIGATION ->
                EnumSet.of(UNDER_INVESTIGATION, WITH_PROSECUTOR, CHARGED, CONCLUDED, NO_FURTHER_ACTION, WITHDRAWN);
            case WITH_PROSECUTOR -> EnumSet.of(UNDER_INVESTIGATION, CHARGED, CONCLUDED, NO_FURTHER_ACTION, WITHDRAWN);
            case CHARGED -> EnumSet.of(CHARGED, IN_COURT, CONCLUDED, NO_FURTHER_ACTION, WITHDRAWN);
            case IN_COURT -> EnumSet.of(IN_COURT, CONCLUDED, NO_FURTHER_ACTION);
            case NO_FURTHER_ACTION -> EnumSet.of(UNDER_REVIEW, UNDER_INVESTIGATION, CHARGED);
            case UNDER_REVIEW ->
                EnumSet.of(UNDER_REVIEW, NO_FURTHER_ACTION, UNDER_INVESTIGATION, WITH_PROSECUTOR, CHARGED);
            case CONCLUDED -> EnumSet.of(UNDER_APPEAL, UNDER_INVESTIGATION);
            case UNDER_APPEAL -> EnumSet.of(UNDER_APPEAL, CONCLUDED, IN_COURT);
            case WITHDRAWN -> EnumSet.of(REPORTED, UNDER_INVESTIGATION, NO_FURTHER_ACTION);
        };
    }

    @Override
    public Track track() {
        return Track.CRIMINAL;
    }

    @Override
    public boolean isEnded() {
        return this == NO_FURTHER_ACTION || this == CONCLUDED || this == WITHDRAWN;
    }
}
