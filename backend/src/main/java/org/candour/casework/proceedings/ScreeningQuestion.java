package org.candour.casework.proceedings;

/**
 * What is asked of every allegation: whether a position was abused (DOMAIN section 3.2), and the grounds on which it must be
 * referred to the IOPC (SI 2020/2 regs 4 and 7, DOMAIN section 3.1).
 */
public enum ScreeningQuestion {
    MET_THROUGH_POLICE_CONTACT(Part.ABUSE_OF_POSITION),
    VICTIM_WITNESS_SUSPECT_OR_VULNERABLE(Part.ABUSE_OF_POSITION),
    POLICE_RESOURCES_USED(Part.ABUSE_OF_POSITION),
    CONTACT_AFTER_DUTY_ENDED(Part.ABUSE_OF_POSITION),
    DEATH_OR_SERIOUS_INJURY(Part.MANDATORY_GROUND),
    SERIOUS_ASSAULT(Part.MANDATORY_GROUND),
    SERIOUS_SEXUAL_OFFENCE(Part.MANDATORY_GROUND),
    SERIOUS_CORRUPTION(Part.MANDATORY_GROUND),
    ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE(Part.MANDATORY_GROUND),
    AGGRAVATED_BY_DISCRIMINATION(Part.MANDATORY_GROUND),
    RELEVANT_OFFENCE(Part.MANDATORY_GROUND),
    SAME_INCIDENT_AS_ONE_OF_THESE(Part.MANDATORY_GROUND),
    CHIEF_OFFICER(Part.MANDATORY_GROUND),
    CALLED_IN(Part.MANDATORY_GROUND);

    /** Which part of the screening a question belongs to. */
    public enum Part {
        ABUSE_OF_POSITION,
        MANDATORY_GROUND
    }

    private final Part part;

    ScreeningQuestion(Part part) {
        this.part = part;
    }

    /** Which part of the screening it belongs to. */
    public Part part() {
        return part;
    }

    /** Whether a yes says that the conduct is a crime, if it happened. */
    boolean saysCriminal() {
        return switch (this) {
            case SERIOUS_ASSAULT, SERIOUS_SEXUAL_OFFENCE, SERIOUS_CORRUPTION, RELEVANT_OFFENCE -> true;
            case MET_THROUGH_POLICE_CONTACT,
                    VICTIM_WITNESS_SUSPECT_OR_VULNERABLE,
                    POLICE_RESOURCES_USED,
                    CONTACT_AFTER_DUTY_ENDED,
                    DEATH_OR_SERIOUS_INJURY,
                    ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE,
                    AGGRAVATED_BY_DISCRIMINATION,
                    SAME_INCIDENT_AS_ONE_OF_THESE,
                    CHIEF_OFFICER,
                    CALLED_IN -> false;
        };
    }
}
