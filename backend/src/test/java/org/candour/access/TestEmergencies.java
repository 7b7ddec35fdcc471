package org.candour.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.candour.access.ApproveEmergencyAccess.HoldBack;

/** Requests for emergency access, brought to any state by legal moves; for the tests of this room and of those above. */
public final class TestEmergencies {
    static final String REASON = "She has rung from a locked bathroom and Imogen is on leave.";

    public final HeldBackEntries heldBack;
    final EmergencyRequests requests;
    final RequestEmergencyAccess request;
    final ApproveEmergencyAccess approve;
    final RefuseEmergencyAccess refuse;
    final ViewEmergencyRequest view;
    final ListEmergencyRequests list;
    private final TestAccess access;

    TestEmergencies(TestAccess access) {
        this.access = access;
        var settings = new EmergencySettings(
                Duration.ofMinutes(30), Duration.ofHours(4), Duration.ofHours(1), Duration.ofDays(90));
        var gate = access.gate;
        var vault = access.vault.vault();
        requests = new EmergencyRequests(access.mongo, access.ledger.aggregates(), access.clock);
        heldBack = new HeldBackEntries(requests, access.clock);
        request = new RequestEmergencyAccess(gate, access.vault.sealer(), requests, settings, access.clock);
        approve = new ApproveEmergencyAccess(gate, vault, requests, access.cases, settings, access.clock);
        refuse = new RefuseEmergencyAccess(gate, requests, access.clock);
        view = new ViewEmergencyRequest(gate, vault, requests, access.clock);
        list = new ListEmergencyRequests(gate, access.cases, requests);
    }

    /** A request for the usual half hour, which waits for a decision. */
    public EmergencyRequestId asked(CaseId caseId, Actor requester) {
        return new EmergencyRequestId(
                request.request(caseId, REASON, Optional.empty(), requester).id());
    }

    /** A commissioner approves, and shows it to the victim at once. */
    public void approved(EmergencyRequestId id) {
        approve.approve(id, Optional.empty(), access.commissioner());
    }

    /** A commissioner approves, and holds it back from the victim. */
    public void approved(EmergencyRequestId id, Instant heldBackUntil) {
        var holdBack = new HoldBack(heldBackUntil, Optional.of("He reads her mail."));
        approve.approve(id, Optional.of(holdBack), access.commissioner());
    }
}
