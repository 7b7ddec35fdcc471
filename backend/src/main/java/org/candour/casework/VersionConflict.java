package org.candour.casework;

/** Somebody else has changed the case since it was read. Nothing was stored. */
public final class VersionConflict extends RuntimeException {
    private final long current;

    /**
     * Made by the room that was asked for a change.
     *
     * @param current the version it is at
     */
    public VersionConflict(long current) {
        super("The case is at version " + current);
        this.current = current;
    }

    /** The version it is at now. */
    public long current() {
        return current;
    }
}
