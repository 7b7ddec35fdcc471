package org.candour.api;

/** A request body is longer than this API reads. */
final class BodyTooLarge extends RuntimeException {
    private final int limitBytes;

    BodyTooLarge(int limitBytes) {
        super("The body is longer than " + limitBytes + " bytes");
        this.limitBytes = limitBytes;
    }

    int limitBytes() {
        return limitBytes;
    }
}
