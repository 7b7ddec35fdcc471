package org.candour.casework.risk;

/** What makes a perpetrator who serves in the police more dangerous (DOMAIN section 7, from 3.5). No score counts them. */
public enum PolicePerpetratorFactor {
    ACCESS_TO_POLICE_SYSTEMS,
    ACCESS_TO_FIREARMS,
    KNOWS_LOCATION_OR_REFUGE,
    COLLEAGUES_NEARBY,
    USED_STATUS_TO_SILENCE,
    COUNTER_ALLEGATION,
    VICTIM_ALSO_POLICE
}
