package org.candour.casework.timers;

/** A day on which a clock cannot have stopped, or gone on. Nothing was stored. */
public final class PauseRefused extends RuntimeException {
    private final String field;

    PauseRefused(String field) {
        super("No such day for a pause");
        this.field = field;
    }

    /** Where it stands in the body. */
    public String field() {
        return field;
    }
}
