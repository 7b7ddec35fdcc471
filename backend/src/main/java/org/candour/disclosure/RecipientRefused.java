package org.candour.disclosure;

/** A body that no copy of this case may go to: it is unknown here, or it serves the accused or is excluded. */
public final class RecipientRefused extends RuntimeException {
    RecipientRefused() {
        super("No copy of this case may go to that body");
    }
}
