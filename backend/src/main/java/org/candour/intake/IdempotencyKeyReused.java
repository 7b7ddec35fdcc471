package org.candour.intake;

/** The same person sent another body under a key they have used. */
public final class IdempotencyKeyReused extends RuntimeException {
    public IdempotencyKeyReused() {
        super("The idempotency key was used for another submission");
    }
}
