package org.candour.casework.proceedings;

/**
 * What is asked of every allegation: how they met and what was done (DOMAIN section 3.2), and the grounds on which it must be
 * referred to the IOPC (SI 2020/2 regs 4 and 7, DOMAIN section 3.1). What each answer weighs stands beside it, and
 * {@link ReferralRules} adds it up.
 */
public enum ScreeningQuestion {
    MET_THROUGH_POLICE_CONTACT(Part.CIRCUMSTANCE, Weight.WITH_PURSUIT),
    VICTIM_WITNESS_SUSPECT_OR_VULNERABLE(Part.CIRCUMSTANCE, Weight.WITH_PURSUIT),
    POLICE_RESOURCES_USED(Part.CIRCUMSTANCE, Weight.WITH_PURSUIT_OR_LOOK_AGAIN),
    CONTACT_AFTER_DUTY_ENDED(Part.CIRCUMSTANCE, Weight.WITH_PURSUIT_OR_LOOK_AGAIN),
    /** Position, authority or powers were used for a sexual act or contact with a member of the public, on or off duty. */
    POSITION_USED_FOR_SEXUAL_CONTACT(Part.BEHAVIOUR, Weight.ALONE),
    /** What seemed a sexual approach by a member of the public was answered. */
    SEXUAL_APPROACH_ANSWERED(Part.BEHAVIOUR, Weight.ALONE),
    SEXUALISED_COMMUNICATION(Part.BEHAVIOUR, Weight.ALONE),
    /** Position, authority or powers were used to pursue an improper emotional relationship. */
    EMOTIONAL_RELATIONSHIP_PURSUED(Part.BEHAVIOUR, Weight.ALONE),
    DEATH_OR_SERIOUS_INJURY(Part.MANDATORY_GROUND, Weight.ALONE),
    SERIOUS_ASSAULT(Part.MANDATORY_GROUND, Weight.ALONE),
    SERIOUS_SEXUAL_OFFENCE(Part.MANDATORY_GROUND, Weight.ALONE),
    SERIOUS_CORRUPTION(Part.MANDATORY_GROUND, Weight.ALONE),
    ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE(Part.MANDATORY_GROUND, Weight.ALONE),
    ABUSE_OF_POSITION_FOR_EMOTIONAL_RELATIONSHIP(Part.MANDATORY_GROUND, Weight.ALONE),
    AGGRAVATED_BY_DISCRIMINATION(Part.MANDATORY_GROUND, Weight.ALONE),
    RELEVANT_OFFENCE(Part.MANDATORY_GROUND, Weight.ALONE),
    SAME_INCIDENT_AS_ONE_OF_THESE(Part.MANDATORY_GROUND, Weight.ALONE),
    CHIEF_OFFICER(Part.MANDATORY_GROUND, Weight.ALONE),
    CALLED_IN(Part.MANDATORY_GROUND, Weight.ALONE);

    /** Which part of the screening a question belongs to. */
    public enum Part {
        /** How they met and what made the victim easier to harm: much police work begins so, and nothing is wrong with that. */
        CIRCUMSTANCE,
        /** Behaviour that exploits a position (the national definition, DOMAIN section 3.2). */
        BEHAVIOUR,
        MANDATORY_GROUND
    }

    /** What a yes weighs. */
    public enum Weight {
        /** It asks for a referral by itself. */
        ALONE,
        /** It asks for a referral where something sexual or improperly emotional was pursued, and for nothing elsewhere. */
        WITH_PURSUIT,
        /** The same, and elsewhere somebody must look again why it was done. */
        WITH_PURSUIT_OR_LOOK_AGAIN
    }

    private final Part part;
    private final Weight weight;

    ScreeningQuestion(Part part, Weight weight) {
        this.part = part;
        this.weight = weight;
    }

    /** Which part of the screening it belongs to. */
    public Part part() {
        return part;
    }

    /** What a yes weighs. */
    public Weight weight() {
        return weight;
    }

    /** The ground of a referral that a yes establishes. */
    ScreeningQuestion ground() {
        return switch (part) {
            case MANDATORY_GROUND -> this;
            case CIRCUMSTANCE -> ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE;
            case BEHAVIOUR ->
                this == EMOTIONAL_RELATIONSHIP_PURSUED
                        ? ABUSE_OF_POSITION_FOR_EMOTIONAL_RELATIONSHIP
                        : ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE;
        };
    }

    /** Whether a yes says that something sexual or improperly emotional was pursued. */
    boolean saysPursuit() {
        return part == Part.BEHAVIOUR
                || this == SERIOUS_SEXUAL_OFFENCE
                || this == ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE
                || this == ABUSE_OF_POSITION_FOR_EMOTIONAL_RELATIONSHIP;
    }

    /** Whether a yes says that the conduct is a crime, if it happened. */
    boolean saysCriminal() {
        return switch (this) {
            case SERIOUS_ASSAULT, SERIOUS_SEXUAL_OFFENCE, SERIOUS_CORRUPTION, RELEVANT_OFFENCE -> true;
            case MET_THROUGH_POLICE_CONTACT,
                    VICTIM_WITNESS_SUSPECT_OR_VULNERABLE,
                    POLICE_RESOURCES_USED,
                    CONTACT_AFTER_DUTY_ENDED,
                    POSITION_USED_FOR_SEXUAL_CONTACT,
                    SEXUAL_APPROACH_ANSWERED,
                    SEXUALISED_COMMUNICATION,
                    EMOTIONAL_RELATIONSHIP_PURSUED,
                    DEATH_OR_SERIOUS_INJURY,
                    ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE,
                    ABUSE_OF_POSITION_FOR_EMOTIONAL_RELATIONSHIP,
                    AGGRAVATED_BY_DISCRIMINATION,
                    SAME_INCIDENT_AS_ONE_OF_THESE,
                    CHIEF_OFFICER,
                    CALLED_IN -> false;
        };
    }
}
