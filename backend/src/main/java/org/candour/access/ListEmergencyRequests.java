package org.candour.access;

import java.util.List;
import java.util.Optional;

/** A commissioner asks what waits for a decision. */
@UseCase
public class ListEmergencyRequests {
    private final Gate gate;
    private final CaseRegister cases;
    private final EmergencyRequests requests;

    ListEmergencyRequests(Gate gate, CaseRegister cases, EmergencyRequests requests) {
        this.gate = gate;
        this.cases = cases;
        this.requests = requests;
    }

    /** The waiting requests, newest first, but for cases in which a conflict of the actor stands. */
    public List<EmergencySummary> waiting(Optional<EmergencyRequestId> before, int limit, Actor actor) {
        gate.admit(actor, Act.LIST_EMERGENCY_REQUESTS);
        return FullPage.of(
                before,
                limit,
                requests::waiting,
                summary -> new EmergencyRequestId(summary.id()),
                summaries -> cases.withoutConflict(summaries, summary -> new CaseId(summary.caseId()), actor));
    }
}
