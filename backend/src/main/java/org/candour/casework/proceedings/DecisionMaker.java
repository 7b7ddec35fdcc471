package org.candour.casework.proceedings;

/** Who decided something. */
public enum DecisionMaker {
    POLICE,
    CPS,
    COURT,
    /** A force's professional standards department. */
    PROFESSIONAL_STANDARDS,
    /** The chief officer, or whoever decides for them. */
    APPROPRIATE_AUTHORITY,
    IOPC,
    LOCAL_POLICING_BODY,
    HEARING_PANEL,
    VETTING_UNIT,
    VICTIM,
    SUBJECT_OFFICER,
    OTHER,
    UNKNOWN
}
