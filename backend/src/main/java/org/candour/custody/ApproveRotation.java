package org.candour.custody;

import java.time.Clock;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.springframework.dao.OptimisticLockingFailureException;

/** Another custodian approves a rotation, which then runs in the background. */
@UseCase
public class ApproveRotation {
    private final Gate gate;
    private final Orders orders;
    private final Clock clock;

    ApproveRotation(Gate gate, Orders orders, Clock clock) {
        this.gate = gate;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Approves it.
     *
     * @throws SecondCustodianNeeded if the actor proposed it
     * @throws OrderClosed unless it waits for approval
     * @throws NoSuchThing if there is no such rotation
     */
    public void approve(OrderId id, Actor actor) {
        gate.admit(actor, Act.APPROVE_ROTATION, id.value());
        var order = orders.get(id);
        if (order.group().isEmpty()) {
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
