package org.candour.access;

/** How surely somebody must have shown who they are. */
enum Proof {
    /** By whatever the realm lets them in with. */
    LOGIN,
    /** By a second factor as well, a short while ago. */
    SECOND_FACTOR
}
