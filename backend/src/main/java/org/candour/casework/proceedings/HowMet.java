package org.candour.casework.proceedings;

/** How the victim and the person complained of came to know each other. */
public enum HowMet {
    AS_VICTIM,
    AS_WITNESS,
    AS_SUSPECT_OR_IN_CUSTODY,
    OTHER_POLICE_CONTACT,
    AS_COLLEAGUES,
    PARTNER_OR_FAMILY,
    ONLINE,
    STRANGER,
    OTHER,
    UNKNOWN
}
