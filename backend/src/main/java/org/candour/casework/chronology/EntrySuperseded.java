package org.candour.casework.chronology;

/** The entry has been corrected before: the correction is what can be corrected. Nothing was stored. */
public final class EntrySuperseded extends RuntimeException {
    private final String by;

    EntrySuperseded(String by) {
        super("Superseded by " + by);
        this.by = by;
    }

    /** The id of the entry that stands in its place. */
    public String by() {
        return by;
    }
}
