package org.candour.casework.conversation;

/** Who speaks to whom: there are two sides, however many people work on a case. */
enum Side {
    VICTIM,
    TEAM;

    /** A victim decides anew whether others learn when they read: nothing about them is told by default. */
    boolean showsReadingByDefault() {
        return this == TEAM;
    }
}
