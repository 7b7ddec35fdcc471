package org.candour.ledger;

/** The ledger's signing key is missing, does not open, or is not the one that this log was signed with so far. */
final class KeyRefused extends IllegalStateException {
    KeyRefused(String message) {
        super(message);
    }

    KeyRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
