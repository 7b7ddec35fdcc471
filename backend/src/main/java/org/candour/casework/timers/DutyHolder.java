package org.candour.casework.timers;

/** Who must act in time. For {@link #VICTIM} a timer is the end of a right, and never a breach. */
public enum DutyHolder {
    POLICE,
    CPS,
    WITNESS_CARE_UNIT,
    COURT,
    APPEAL_OFFICE,
    PROBATION,
    /** Whichever body must follow the Code and got the complaint. */
    SERVICE_PROVIDER,
    /** The appropriate authority under the Police Reform Act 2002, Sch. 3. */
    APPROPRIATE_AUTHORITY,
    /** Whoever investigates a complaint or conduct matter: the IOPC or the authority. */
    INVESTIGATING_BODY,
    CHIEF_INSPECTOR,
    /** The body to which a recommendation is addressed. */
    ADDRESSED_BODY,
    /** Whoever asks for third-party material. */
    REQUESTING_BODY,
    /** The controller of personal data. */
    CONTROLLER,
    PUBLIC_AUTHORITY,
    /** The victim, whose right it is to ask. */
    VICTIM
}
