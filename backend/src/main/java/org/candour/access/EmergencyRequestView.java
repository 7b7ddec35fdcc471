package org.candour.access;

/**
 * A request for emergency access, opened for whoever decides.
 *
 * @param reason why it is asked for, in the requester's words
 */
public record EmergencyRequestView(EmergencySummary request, String reason) {
    @Override
    public String toString() {
        return "EmergencyRequestView[" + request.id() + "]";
    }
}
