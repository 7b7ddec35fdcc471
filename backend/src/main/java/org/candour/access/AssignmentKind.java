package org.candour.access;

/** Why an advocate comes to a case, and what becomes of the advocate who holds it. */
public enum AssignmentKind {
    /** The commissioner asks an advocate to take the case. */
    ASSIGNMENT,
    /** From one advocate to a colleague: the first one's access ends when the second accepts. */
    TRANSFER,
    /** As a transfer, for one who leaves on a certain day: both have access until then. */
    HANDOVER,
    /** To another organisation's advocate, which is a sharing and needs the victim's consent; nobody's access ends. */
    REFERRAL,
    /** A colleague stands in while the holder is absent; nobody's access ends. */
    COVER;

    /** Whether the case comes from an advocate who holds it. */
    boolean hasHolder() {
        return this != ASSIGNMENT;
    }

    /** Whether the holder's access ends once it is accepted. */
    boolean endsHolder() {
        return this == TRANSFER || this == HANDOVER;
    }
}
