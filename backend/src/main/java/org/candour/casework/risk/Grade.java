package org.candour.casework.risk;

/** How much danger somebody is in (DOMAIN section 7), in rising order. */
public enum Grade {
    /** Nobody has assessed it. That does not say that it is low. */
    UNKNOWN,
    /** No present indicators of serious harm. */
    STANDARD,
    /** Indicators of serious harm, unlikely without a change. */
    MEDIUM,
    /** Serious harm could happen at any time. */
    HIGH;

    Grade atLeast(Grade floor) {
        return compareTo(floor) < 0 ? floor : this;
    }
}
