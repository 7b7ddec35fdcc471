package org.candour.ledger;

/**
 * What is stored of an aggregate is not what the ledger last said of it: an older copy was put back, it was changed or removed,
 * or the ledger never heard of it. It is not opened.
 */
public final class StaleAggregate extends Unavailable {
    StaleAggregate(String message) {
        super(message);
    }
}
