package org.candour.access;

/** Why something is done, as the ledger and the victim's access log say it. */
public enum Purpose {
    /** The victim looks after their own report. */
    OWN_REPORT,
    /** An advocate supports the victim. */
    SUPPORT,
    /** A commissioner decides who supports a victim. */
    ASSIGNMENT,
    /** Somebody must see a case at once, to whom it is not granted. */
    EMERGENCY,
    /** A redacted copy is prepared, checked or released. */
    DISCLOSURE,
    /** An investigator works on what was disclosed. */
    INVESTIGATION,
    /** An auditor checks the record. */
    AUDIT,
    /** A commissioner watches whether others do what they owe. */
    OVERSIGHT,
    /** Custodians look after keys. */
    KEY_CUSTODY,
    /** Somebody signs on. */
    SIGN_ON
}
