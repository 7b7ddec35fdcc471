package org.candour.access;

import java.time.Clock;

/** A commissioner refuses emergency access. */
@UseCase
public class RefuseEmergencyAccess {
    private final Gate gate;
    private final EmergencyRequests requests;
    private final Clock clock;

    RefuseEmergencyAccess(Gate gate, EmergencyRequests requests, Clock clock) {
        this.gate = gate;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Refuses it.
     *
     * @throws SecondApproverNeeded if the actor asked for it
     * @throws EmergencyClosed if it is decided, or has lapsed
     */
    public void refuse(EmergencyRequestId id, Actor actor) {
        gate.admit(actor, Act.REFUSE_EMERGENCY_ACCESS, id.value(), requests.standing(id));
        var request = requests.get(id);
        request.refuse(actor.id(), clock.instant());
        requests.save(request);
    }
}
