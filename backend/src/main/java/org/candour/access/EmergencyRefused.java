package org.candour.access;

/** Emergency access cannot be asked for or given as it was put; nothing is said about the case. */
public final class EmergencyRefused extends RuntimeException {
    /** What is wrong. */
    public enum Reason {
        /** Not from one minute to as many as emergency access may last. */
        MINUTES,
        /** Not in the future, or too far in it. */
        HELD_BACK_UNTIL,
        /** Held back from the victim without saying why. */
        WHY_HELD_BACK
    }

    private final Reason reason;

    EmergencyRefused(Reason reason) {
        super("Emergency access refused: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
