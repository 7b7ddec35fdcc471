package org.candour.casework.chronology;

/** What sort of fact an entry is. */
public enum EntryKind {
    /** An opportunity: somebody told, asked or met an authority (DOMAIN C17, C19). */
    CONTACT_WITH_AUTHORITIES,
    /** A body knew something that bears on vetting, and decided (DOMAIN C8, R7). */
    VETTING_KNOWLEDGE,
    /** A force was told of adverse information by another (DOMAIN R6). */
    ADVERSE_INFORMATION_RECEIVED,
    /** A protective order, and who knew of it (DOMAIN C3). */
    ORDER_KNOWN,
    /** Any other fact whose date of knowledge matters. */
    OTHER_FACT;

    boolean needsBody() {
        return this == CONTACT_WITH_AUTHORITIES || this == VETTING_KNOWLEDGE || this == ADVERSE_INFORMATION_RECEIVED;
    }
}
