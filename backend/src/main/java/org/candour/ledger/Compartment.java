package org.candour.ledger;

/** The parts of a file that have a data key each. A {@link Receipt} names those it opens. */
public enum Compartment {
    /** The victim's name, contacts and safe-contact rules. */
    IDENTITY,
    /** The narrative and the victim's wishes. */
    ACCOUNT,
    /** Who is accused. */
    ACCUSED,
    /** Notes, messages, risk, the working of a redaction. */
    WORK,
    /** Uploaded files. */
    FILES,
    /** The one compartment of a disclosure: a redacted copy, which is no part of its case's keys. */
    REDACTED_COPY
}
