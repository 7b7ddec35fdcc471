package org.candour.custody;

import java.time.Clock;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** A custodian proposes to make a case unreadable for ever, by destroying its keys. */
@UseCase
public class ProposeErasure {
    private final Gate gate;
    private final Orders orders;
    private final Clock clock;

    ProposeErasure(Gate gate, Orders orders, Clock clock) {
        this.gate = gate;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Proposes it; nothing happens before another custodian approves.
     *
     * @throws org.candour.access.NoSuchThing if there is no such case, or none for this actor
     */
    public OrderSummary propose(CaseId caseId, Actor actor) {
        gate.admit(actor, Act.PROPOSE_ERASURE, caseId);
        return orders.save(Order.erasure(caseId.value(), actor.id(), clock.instant()))
                .summary();
    }
}
