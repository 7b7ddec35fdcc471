package org.candour.casework.ownrecord;

/** What was done to a victim after they reported (DOMAIN 3.5). */
public enum RetaliationKind {
    /** They were arrested. */
    ARRESTED,
    /** They, their car or their home were stopped or searched. */
    STOPPED,
    /** An allegation was made against them. */
    COUNTER_ALLEGATION,
    /** They were threatened. */
    THREATENED,
    /** They were followed, visited or watched. */
    FOLLOWED,
    /** Somebody looked them up in records that they had no business with. */
    RECORDS_SEARCHED,
    /** At work: duties, rota, reputation. */
    AT_WORK,
    /** It was done to somebody close to them. */
    FAMILY_OR_FRIENDS,
    /** Something else, which the words say. */
    OTHER,
    /** They cannot tell what it was. */
    UNKNOWN
}
