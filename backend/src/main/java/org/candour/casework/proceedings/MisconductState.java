package org.candour.casework.proceedings;

import java.util.EnumSet;
import java.util.Set;

/** Where the complaint and misconduct track stands (DOMAIN section 3.3). Whoever comes late may begin anywhere. */
public enum MisconductState implements TrackState {
    NOT_BEGUN,
    COMPLAINED,
    RECORDED,
    UNDER_INVESTIGATION,
    REPORT_WRITTEN,
    CASE_TO_ANSWER,
    IN_PROCEEDINGS,
    CONCLUDED,
    NO_FURTHER_ACTION,
    UNDER_REVIEW,
    /** The complaint was withdrawn; if it was referred, the IOPC decides what follows. */
    WITHDRAWN;

    @Override
    public Set<MisconductState> next() {
        return switch (this) { // no default: a new state does not compile until it is placed here
            case NOT_BEGUN -> EnumSet.complementOf(EnumSet.of(NOT_BEGUN));
            case COMPLAINED -> EnumSet.of(RECORDED, UNDER_INVESTIGATION, CONCLUDED, NO_FURTHER_ACTION, WITHDRAWN);
            case RECORDED -> EnumSet.of(UNDER_INVESTIGATION, CASE_TO_ANSWER, CONCLUDED, NO_FURTHER_ACTION, WITHDRAWN);
            case UNDER_INVESTIGATION ->
                EnumSet.of(
                        UNDER_INVESTIGATION,
                        REPORT_WRITTEN,
                        CASE_TO_ANSWER,
                        IN_PROCEEDINGS,
                        CONCLUDED,
                        NO_FURTHER_ACTION,
                        WITHDRAWN);
            case REPORT_WRITTEN ->
                EnumSet.of(UNDER_INVESTIGATION, CASE_TO_ANSWER, IN_PROCEEDINGS, CONCLUDED, NO_FURTHER_ACTION);
            case CASE_TO_ANSWER -> EnumSet.of(IN_PROCEEDINGS, CONCLUDED, NO_FURTHER_ACTION);
            case IN_PROCEEDINGS -> EnumSet.of(IN_PROCEEDINGS, CONCLUDED, NO_FURTHER_ACTION);
            case CONCLUDED -> EnumSet.of(CONCLUDED, UNDER_REVIEW, UNDER_INVESTIGATION);
            case NO_FURTHER_ACTION -> EnumSet.of(UNDER_REVIEW, UNDER_INVESTIGATION, NO_FURTHER_ACTION);
            case UNDER_REVIEW -> EnumSet.of(UNDER_INVESTIGATION, CASE_TO_ANSWER, CONCLUDED, NO_FURTHER_ACTION);
            case WITHDRAWN -> EnumSet.of(UNDER_INVESTIGATION, COMPLAINED, NO_FURTHER_ACTION);
        };
    }

    @Override
    public Track track() {
        return Track.MISCONDUCT;
    }

    @Override
    public boolean isEnded() {
        return this == NO_FURTHER_ACTION || this == CONCLUDED || this == WITHDRAWN;
    }
}
