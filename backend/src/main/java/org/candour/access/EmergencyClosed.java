package org.candour.access;

/** The request for emergency access does not stand where this can be done with it. */
public final class EmergencyClosed extends RuntimeException {
    private final EmergencyStage current;

    EmergencyClosed(EmergencyStage current) {
        super("The request is " + current + ", which allows " + current.next());
        this.current = current;
    }

    public EmergencyStage current() {
        return current;
    }
}
