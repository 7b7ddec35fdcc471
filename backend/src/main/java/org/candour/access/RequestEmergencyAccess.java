package org.candour.access;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import org.candour.access.EmergencyRefused.Reason;
import org.candour.ledger.Compartment;
import org.candour.vault.Sealer;

/** An advocate without a grant asks for a case in an emergency ("break-glass"). */
@UseCase
public class RequestEmergencyAccess {
    private final Gate gate;
    private final Sealer sealer;
    private final EmergencyRequests requests;
    private final EmergencySettings settings;
    private final Clock clock;

    RequestEmergencyAccess(
            Gate gate, Sealer sealer, EmergencyRequests requests, EmergencySettings settings, Clock clock) {
        this.gate = gate;
        this.sealer = sealer;
        this.requests = requests;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Asks; nothing opens until somebody else approves.
     *
     * @param reason why, sealed under a key of the request's own
     * @param minutes for how long; the usual time if empty
     * @throws EmergencyRefused if that is longer than emergency access may last
     * @throws NoSuchThing if there is no such case, or a conflict stands: the two look the same
     */
    public EmergencySummary request(CaseId caseId, String reason, Optional<Integer> minutes, Actor actor) {
        gate.admit(actor, Act.REQUEST_EMERGENCY_ACCESS, caseId);
        var asked = minutes.map(Duration::ofMinutes).orElse(settings.usual());
        if (asked.isNegative() || asked.isZero() || asked.compareTo(settings.longest()) > 0) {
            throw new EmergencyRefused(Reason.MINUTES);
        }
        var id = EmergencyRequestId.next();
        var now = clock.instant();
        try (var sealing = sealer.create(id.value(), EnumSet.of(Compartment.WORK))) {
            var request = EmergencyRequest.asked(
                    id,
                    caseId,
                    actor,
                    now,
                    Math.toIntExact(asked.toMinutes()),
                    now.plus(settings.decideWithin()),
                    sealing.seal(EmergencyReason.ASKED, new EmergencyReason(reason)));
            requests.add(request);
            return request.summary(now);
        }
    }
}
