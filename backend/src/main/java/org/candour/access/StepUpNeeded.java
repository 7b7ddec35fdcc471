package org.candour.access;

import java.time.Duration;

/**
 * The role would allow the act, but it needs a second factor given a short while ago (RFC 9470). Thrown before anything is
 * looked at: it says nothing about what was asked for.
 */
public final class StepUpNeeded extends RuntimeException {
    private final Duration maxAge;

    StepUpNeeded(Duration maxAge) {
        super("A recent second factor is needed");
        this.maxAge = maxAge;
    }

    /** The level of authentication to ask the realm for, as its {@code acr_values} names it. */
    public String level() {
        return SecondFactor.LEVEL;
    }

    /** For how long a second factor is good. */
    public Duration maxAge() {
        return maxAge;
    }
}
