package org.candour.disclosure;

import java.util.Set;

/** The disclosure is not at the stage that this needs. Nothing was changed. */
public final class StageConflict extends RuntimeException {
    private final Stage from;

    StageConflict(Stage from) {
        super("Not possible at stage " + from);
        this.from = from;
    }

    /** The stage it is at. */
    public Stage from() {
        return from;
    }

    /** Where it can go from there. */
    public Set<Stage> allowed() {
        return from.next();
    }
}
