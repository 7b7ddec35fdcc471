package org.candour.ledger;

import java.util.Locale;

/** What somebody must look into, whatever the hour: each of these can be the trace of an attack on the record. */
public enum Alarm {
    /** An aggregate is older than its last entry says, or gone. */
    STALE_AGGREGATE,
    /** Entries, tiles or indexed fields are not what was signed. */
    LOG_MISMATCH,
    /** An index has no entry, and later ones have. */
    LOG_GAP,
    /** The store holds fewer entries than were signed. */
    LOG_SHORT,
    /** Entries wait, and none of late was signed. */
    CHECKPOINT_AGE,
    /** Checkpoints are signed, and none of late was cosigned. */
    COSIGNATURE_AGE,
    /** Checkpoints lack their second signature. */
    SECOND_KEY_MISSING,
    /** The place outside the database does not take checkpoints. */
    CHECKPOINT_STORE,
    /** A witness answered that it knows another history of the log. */
    WITNESS_DISAGREES;

    /** As metrics and health name it: {@code log-mismatch}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
