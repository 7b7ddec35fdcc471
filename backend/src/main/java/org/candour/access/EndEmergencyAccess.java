package org.candour.access;

import java.time.Clock;

/** Whoever asked for a case in an emergency gives the access up before its minutes are over, or takes the request back. */
@UseCase
public class EndEmergencyAccess {
    private final Gate gate;
    private final EmergencyRequests requests;
    private final CaseRegister cases;
    private final Clock clock;

    EndEmergencyAccess(Gate gate, EmergencyRequests requests, CaseRegister cases, Clock clock) {
        this.gate = gate;
        this.requests = requests;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Ends it now. What else the actor holds on the case stays as it is.
     *
     * @throws EmergencyClosed if it is refused, or its time is over
     * @throws NoSuchThing if somebody else asked for it, there is none of this id, or a conflict stands
     */
    public void end(EmergencyRequestId id, Actor actor) {
        gate.admit(actor, Act.END_EMERGENCY_ACCESS, id.value(), requests.standing(id));
        var request = requests.get(id);
        var grant = request.end(clock.instant());
        grant.ifPresent(given -> take(
                given, request.caseId())); // first: what fails after that leaves nothing open, and can be tried again
        requests.save(request);
        grant.ifPresent(given -> take(given, request.caseId())); // again, for an approval that had yet to write it
    }

    private void take(Grant grant, CaseId caseId) {
        cases.change(caseId, access -> access.with(access.people().ending(grant, clock.instant())));
    }
}
