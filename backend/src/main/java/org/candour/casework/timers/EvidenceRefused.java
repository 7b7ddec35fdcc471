package org.candour.casework.timers;

/** Evidence from before the start of what it shows, or from the future. */
public final class EvidenceRefused extends RuntimeException {
    EvidenceRefused() {
        super("Evidence lies between the start of its timer and now");
    }
}
