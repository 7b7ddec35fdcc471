package org.candour.access;

import java.time.Clock;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** A commissioner reads why emergency access is asked for: with the request's own key, which opens nothing of the case. */
@UseCase
public class ViewEmergencyRequest {
    private final Gate gate;
    private final Vault vault;
    private final EmergencyRequests requests;
    private final Clock clock;

    ViewEmergencyRequest(Gate gate, Vault vault, EmergencyRequests requests, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.requests = requests;
        this.clock = clock;
    }

    /** The request and its reason. */
    @OpensPlaintext("Whoever decides reads the reason")
    public EmergencyRequestView view(EmergencyRequestId id, Actor actor) {
        var receipt = gate.admit(actor, Act.VIEW_EMERGENCY_REQUEST, id.value(), requests.standing(id));
        var request = requests.get(id);
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var reason = opening.read(EmergencyReason.ASKED, request.reason());
            return new EmergencyRequestView(request.summary(clock.instant()), reason.text());
        }
    }
}
