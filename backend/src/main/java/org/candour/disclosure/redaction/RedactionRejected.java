package org.candour.disclosure.redaction;

/**
 * A list of redactions cannot be applied to its text. Names the position in the list and the reason, and never quotes
 * the text.
 */
public final class RedactionRejected extends RuntimeException {
    private final int index;
    private final Reason reason;

    /** What is wrong with the redaction. */
    public enum Reason {
        /** It begins before the text or ends after it. */
        OUT_OF_RANGE,
        /** It covers nothing, or ends before it begins. */
        EMPTY,
        /** It shares text with the one before it, or the list is not in the order of the text. */
        OVERLAPS_PREVIOUS,
        /** It begins or ends in the middle of a character (a UTF-16 surrogate pair). */
        SPLITS_CHARACTER
    }

    RedactionRejected(int index, Reason reason) {
        super("redaction " + index + ": " + reason);
        this.index = index;
        this.reason = reason;
    }

    /** The position of the redaction in the list, from 0. */
    public int index() {
        return index;
    }

    /** What is wrong with it. */
    public Reason reason() {
        return reason;
    }
}
