package org.candour.casework.progress;

/** A day that is past, or too far away to be of use to anybody who waits. Nothing was stored. */
public final class NextCheckRefused extends RuntimeException {
    NextCheckRefused() {
        super("The day is past or too far away");
    }
}
