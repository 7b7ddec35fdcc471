package org.candour.casework;

/** Somebody else has changed the case since it was read. Nothing was stored. */
public final class VersionConflict extends RuntimeException {
    private final long current;

    /** For the parts of this room, each of which has aggregates of its own. */
    public VersionConflict(long current) {
        super("It is at version " + current);
        this.current = current;
    }

    /** The version it is at now. */
    public long current() {
        return current;
    }
}
