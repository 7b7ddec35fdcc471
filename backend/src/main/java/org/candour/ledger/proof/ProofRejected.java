package org.candour.ledger.proof;

/** A piece of evidence does not hold: malformed, not signed by the key that was given, or not what its hashes say. */
public final class ProofRejected extends Exception {
    public ProofRejected(String message) {
        super(message);
    }

    public ProofRejected(String message, Throwable cause) {
        super(message, cause);
    }
}
