package org.candour.development;

/** The development start cannot begin; the message tells a person what to change. */
final class CannotStart extends RuntimeException {
    CannotStart(String reason) {
        super(reason);
    }
}
