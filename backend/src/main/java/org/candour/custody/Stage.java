package org.candour.custody;

import java.util.EnumSet;
import java.util.Set;

/** How far an order is. */
public enum Stage {
    /** Waits for a second custodian. */
    PROPOSED,
    /** Approved: which keys are the old ones is noted first. */
    APPROVED,
    /** The new key is made. */
    MAKING,
    /** What the old keys wrap is wrapped anew. */
    MOVING,
    /** Whoever still wraps to an old key is given time to learn the new one. */
    SETTLING,
    /** The old keys are closed; what came in before that is wrapped anew. */
    LAST_PASS,
    /** The old keys, or the keys of an erased object, are destroyed. */
    DESTROYING,
    /** The certificate is signed, and goes on the ledger. */
    CERTIFYING,
    DONE,
    CANCELLED;

    Set<Stage> next() {
        return switch (this) { // no default: a new stage does not compile until it is placed here
            case PROPOSED -> EnumSet.of(APPROVED, CANCELLED);
            case APPROVED -> EnumSet.of(MAKING, DESTROYING);
            case MAKING -> EnumSet.of(MOVING);
            case MOVING -> EnumSet.of(SETTLING);
            case SETTLING -> EnumSet.of(LAST_PASS);
            case LAST_PASS -> EnumSet.of(DESTROYING);
            case DESTROYING -> EnumSet.of(CERTIFYING);
            case CERTIFYING -> EnumSet.of(DONE);
            case DONE, CANCELLED -> EnumSet.noneOf(Stage.class);
        };
    }

    /** Whether the service works on it. */
    boolean isRunning() {
        return this != PROPOSED && !next().isEmpty();
    }
}
