package org.candour.casework.proceedings;

import java.util.EnumSet;
import java.util.Set;

/** Where an allegation stands. In every state it stays on file and takes part in later matches: nothing is deleted. */
public enum AllegationState {
    OPEN,
    /** The complaint was withdrawn. If it was referred, the IOPC must be told and decides what follows (SI 2020/2 reg 38). */
    WITHDRAWN,
    /** All tracks have ended, as far as is known. */
    CLOSED;

    /** Where it may go from here. */
    public Set<AllegationState> next() {
        return switch (this) { // no default: a new state does not compile until it is placed here
            case OPEN -> EnumSet.of(WITHDRAWN, CLOSED);
            case WITHDRAWN, CLOSED -> EnumSet.of(OPEN);
        };
    }
}
