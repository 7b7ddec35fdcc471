package org.candour.disclosure;

/** Somebody else has changed the disclosure since it was read. Nothing was stored. */
public final class DisclosureChanged extends RuntimeException {
    private final long current;

    DisclosureChanged(long current) {
        super("The disclosure is at version " + current);
        this.current = current;
    }

    /** The version it is at now. */
    public long current() {
        return current;
    }
}
