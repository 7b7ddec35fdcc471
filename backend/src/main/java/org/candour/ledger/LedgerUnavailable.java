package org.candour.ledger;

/** The ledger could not make an entry durable, so whatever asked for it must not go on. */
public final class LedgerUnavailable extends Unavailable {
    LedgerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    LedgerUnavailable(String message) {
        super(message);
    }
}
