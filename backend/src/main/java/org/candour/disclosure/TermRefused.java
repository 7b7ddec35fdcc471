package org.candour.disclosure;

/** An expiry that is not in the future, or later than a disclosure may last. */
public final class TermRefused extends RuntimeException {
    TermRefused() {
        super("Not a possible expiry");
    }
}
