package org.candour.access;

import java.util.Locale;

/** The orders in which cases can be listed. Each ends in the id of the case, newest first, so that no two share a place. */
public enum CaseOrder {
    /** The newest case first. */
    NEWEST,
    /** What is due soonest first, and cases in which nothing is due last. */
    DUE,
    /** What changed last first. */
    CHANGED;

    /**
     * Reads an order, in capitals or not.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static CaseOrder of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
