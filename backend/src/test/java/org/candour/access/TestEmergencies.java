package org.candour.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.candour.access.ApproveEmergencyAccess.HoldBack;
import org.candour.ledger.Compartment;

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
    final ViewOwnEmergencyRequests own;
    final EndEmergencyAccess end;
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
        own = new ViewOwnEmergencyRequests(gate, access.cases, requests, access.clock);
        end = new EndEmergencyAccess(gate, requests, access.cases, access.clock);
        list = new ListEmergencyRequests(gate, access.cases, requests);
    }

    /** A request for the usual half hour, which waits for a decision. */
    public EmergencyRequestId asked(CaseId caseId, Actor requester) {
        return new EmergencyRequestId(
                request.request(caseId, REASON, Optional.empty(), requester).id());
    }

    /** As a request that was made before a conflict arose. */
    EmergencyRequestId askedBehindTheBack(CaseId caseId, Actor requester) {
        var id = EmergencyRequestId.next();
        var now = access.clock.instant();
        try (var sealing = access.vault.sealer().create(id.value(), EnumSet.of(Compartment.WORK))) {
            var reason = sealing.seal(EmergencyReason.ASKED, new EmergencyReason(REASON));
            requests.add(EmergencyRequest.asked(id, caseId, requester, now, 30, now.plus(Duration.ofHours(1)), reason));
        }
        return id;
    }

    /** A commissioner approves, and shows it to the victim at once. */
    public void approved(EmergencyRequestId id) {
        approve.approve(id, Optional.empty(), access.commissioner());
    }

    /** Somebody looks at the list of their own requests. */
    public void listed(Actor requester) {
        assertThat(own.list(Optional.empty(), 10, requester)).isNotEmpty();
    }

    /** Whoever asked looks what became of it, and gives the access up. */
    public void lookedAtAndEnded(EmergencyRequestId id, Actor requester) {
        listed(requester);
        own.view(id, requester);
        end.end(id, requester);
    }

    /** A commissioner approves, and holds it back from the victim. */
    public void approved(EmergencyRequestId id, Instant heldBackUntil) {
        var holdBack = new HoldBack(heldBackUntil, Optional.of("He reads her mail."));
        approve.approve(id, Optional.of(holdBack), access.commissioner());
    }
}
