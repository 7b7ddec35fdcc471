package org.candour.access;

/** The token holds no role for an act that concerns no one case. */
public final class RoleMissing extends RuntimeException {
    RoleMissing(Act act) {
        super("No role in the token allows " + act);
    }
}
