package org.candour.vault;

/** Shares, or passphrases for shares, that will not do. */
public final class EscrowRefused extends RuntimeException {
    /** What is wrong, in words that the people at the machine may read. */
    public EscrowRefused(String message) {
        super(message);
    }

    EscrowRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
