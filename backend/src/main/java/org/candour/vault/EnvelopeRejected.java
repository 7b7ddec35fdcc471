package org.candour.vault;

/** An envelope that is not what this place should hold: changed, moved, of an unknown suite, or under another key. */
public final class EnvelopeRejected extends RuntimeException {
    EnvelopeRejected(String message) {
        super(message);
    }

    EnvelopeRejected(String message, Throwable cause) {
        super(message, cause);
    }
}
