package org.candour.casework.proceedings;

import java.util.Arrays;
import java.util.List;

/** The proceedings that run beside one another, each with its own states and outcomes (DOMAIN section 3.3). */
public enum Track {
    CRIMINAL,
    MISCONDUCT,
    /** Vetting and employment. */
    EMPLOYMENT,
    FAMILY_COURT;

    /** Where it stands before anything is known. */
    public TrackState start() {
        return switch (this) {
            case CRIMINAL -> CriminalState.NOT_BEGUN;
            case MISCONDUCT -> MisconductState.NOT_BEGUN;
            case EMPLOYMENT -> EmploymentState.UNKNOWN;
            case FAMILY_COURT -> FamilyCourtState.NOT_BEGUN;
        };
    }

    /** The steps that it knows. */
    public List<Step> steps() {
        return Arrays.stream(Step.values()).filter(step -> step.track() == this).toList();
    }
}
