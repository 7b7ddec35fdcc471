package org.candour.ledger.keys;

/** A signing key is missing, does not open, or is not the one that was used so far. */
public final class KeyRefused extends IllegalStateException {
    public KeyRefused(String message) {
        super(message);
    }

    public KeyRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
