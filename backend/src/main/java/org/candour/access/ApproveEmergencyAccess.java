package org.candour.access;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.candour.access.EmergencyRefused.Reason;
import org.candour.ledger.Receipt;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** A commissioner gives emergency access that somebody else has asked for. It ends by itself. */
@UseCase
public class ApproveEmergencyAccess {
    private final Gate gate;
    private final Vault vault;
    private final EmergencyRequests requests;
    private final CaseRegister cases;
    private final EmergencySettings settings;
    private final Clock clock;

    ApproveEmergencyAccess(
            Gate gate,
            Vault vault,
            EmergencyRequests requests,
            CaseRegister cases,
            EmergencySettings settings,
            Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.requests = requests;
        this.cases = cases;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is not shown to the victim before {@code until}, for their safety, and why. */
    public record HoldBack(Instant until, Optional<String> reason) {
        @Override
        public String toString() {
            return "HoldBack[" + until + "]";
        }
    }

    /**
     * Approves it from now on, for the minutes asked for. A conflict of the requester beats it at each access, as it beats every
     * grant.
     *
     * @throws SecondApproverNeeded if the actor asked for it
     * @throws EmergencyClosed if it is decided, or has lapsed
     * @throws EmergencyRefused if it is held back for too long, or without a reason
     */
    public void approve(EmergencyRequestId id, Optional<HoldBack> holdBack, Actor actor) {
        var receipt = gate.admit(actor, Act.APPROVE_EMERGENCY_ACCESS, id.value(), requests.standing(id));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS); // as it is stored, for whoever ends it
        holdBack.ifPresent(held -> requirePossible(held, now));
        var request = requests.get(id);
        var grant = request.approve(actor.id(), now);
        holdBack.ifPresent(held -> seal(held, request, receipt));
        requests.save(request); // first: an access without the date until which it is held back might harm the victim
        cases.change(request.caseId(), access -> access.with(access.people().granted(grant)));
        if (requests.get(id).isEnded()) { // between the two writes
            cases.change(request.caseId(), access -> access.with(access.people().ending(grant, clock.instant())));
        }
    }

    private void requirePossible(HoldBack held, Instant now) {
        if (!held.until().isAfter(now) || held.until().isAfter(now.plus(settings.longestHoldBack()))) {
            throw new EmergencyRefused(Reason.HELD_BACK_UNTIL);
        }
        if (held.reason().filter(text -> !text.isBlank()).isEmpty()) {
            throw new EmergencyRefused(Reason.WHY_HELD_BACK);
        }
    }

    @OpensPlaintext("The approver's reason is sealed under the request's own key, which must be unwrapped")
    private void seal(HoldBack held, EmergencyRequest request, Receipt receipt) {
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var why = new EmergencyReason(held.reason().orElseThrow());
            request.holdBack(held.until(), opening.seal(EmergencyReason.HELD_BACK, why));
        }
    }
}
