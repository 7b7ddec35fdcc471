package org.candour.casework.proceedings;

import java.util.Set;

/** Where a track stands for one allegation. Each track has a table of its own. */
public sealed interface TrackState permits CriminalState, MisconductState, EmploymentState, FamilyCourtState {
    /** Its code. */
    String name();

    /** The track it belongs to. */
    Track track();

    /** Where it may go from here. */
    Set<? extends TrackState> next();

    /** Whether nothing more is awaited on this track, unless somebody takes it up again. */
    boolean isEnded();
}
