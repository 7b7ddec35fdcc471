package org.candour.casework.chronology;

/** What a body decided about what it knew (DOMAIN R6 to R8). */
public enum Response {
    VETTING_REFUSED,
    VETTING_WITHDRAWN,
    VETTING_REVIEWED,
    VETTING_GRANTED,
    RISK_ACCEPTED,
    REFERRED,
    INVESTIGATED,
    NO_ACTION,
    OTHER,
    UNKNOWN
}
