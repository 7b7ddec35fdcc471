package org.candour.ledger;

/**
 * A part that must answer did not: the ledger, a key, the store, the identity provider. Nothing was opened, nothing was
 * written that counts, and the same call may work later.
 */
public abstract class Unavailable extends RuntimeException {
    protected Unavailable(String message, Throwable cause) {
        super(message, cause);
    }

    protected Unavailable(String message) {
        super(message);
    }
}
