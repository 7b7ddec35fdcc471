package org.candour.ledger;

/** Another writer, or an earlier try of this one, holds an index that was offered. What came before it in the batch may be in. */
final class IndexTaken extends Exception {
    IndexTaken(Throwable cause) {
        super("An index of the ledger is taken", cause);
    }
}
