package org.candour.disclosure;

/** Whoever prepared, corrected or proposed a disclosure tried to approve it. */
public final class SecondPersonNeeded extends RuntimeException {
    SecondPersonNeeded(DisclosureId id) {
        super("Disclosure " + id + " needs another person's approval");
    }
}
