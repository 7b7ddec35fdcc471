package org.candour.api;

/** A parameter has the right form and yet cannot be used; the words name no value that was sent. */
final class ParameterRefused extends RuntimeException {
    private final String parameter;
    private final String reason;

    ParameterRefused(String parameter, String reason) {
        super("A parameter was refused: " + parameter);
        this.parameter = parameter;
        this.reason = reason;
    }

    String parameter() {
        return parameter;
    }

    String reason() {
        return reason;
    }
}
