package org.candour.casework;

/** Somebody else has changed the case since it was read. Nothing was stored. */
public final class VersionConflict extends RuntimeException {
    private final long current;

    public VersionConflict(long current) {
        super("The case is at version " + current);
        this.current = current;
    }

    /** The version it is at now. */
    public long current() {
        return current;
    }
}
