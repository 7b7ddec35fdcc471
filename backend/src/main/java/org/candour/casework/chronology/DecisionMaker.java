package org.candour.casework.chronology;

/** In what role somebody decided. */
public enum DecisionMaker {
    CALL_HANDLER,
    OFFICER,
    SUPERVISOR,
    INVESTIGATOR,
    PROFESSIONAL_STANDARDS,
    VETTING_UNIT,
    CHIEF_OFFICER,
    PROSECUTOR,
    COURT,
    OTHER,
    UNKNOWN
}
