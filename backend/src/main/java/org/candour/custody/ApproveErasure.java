package org.candour.custody;

import java.time.Clock;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.springframework.dao.OptimisticLockingFailureException;

/** Another custodian approves an erasure, which is then carried out in the background, and cannot be taken back. */
@UseCase
public class ApproveErasure {
    private final Gate gate;
    private final Orders orders;
    private final Clock clock;

    ApproveErasure(Gate gate, Orders orders, Clock clock) {
        this.gate = gate;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Approves it.
     *
     * @param caseId what is to be erased, which must be what was proposed
     * @throws SecondCustodianNeeded if the actor proposed it
     * @throws OrderClosed unless it waits for approval
     * @throws NoSuchThing if there is no such erasure of this case, or none for this actor
     */
    public void approve(OrderId id, CaseId caseId, Actor actor) {
        gate.admit(actor, Act.APPROVE_ERASURE, caseId);
        var order = orders.get(id);
        if (order.object().filter(caseId.value()::equals).isEmpty()) {
            throw new NoSuchThing();
        }
        order.approve(actor.id(), clock.instant());
        try {
            orders.save(order);
        } catch (OptimisticLockingFailureException quicker) {
            throw new OrderClosed(id, orders.get(id).stage());
        }
    }
}
