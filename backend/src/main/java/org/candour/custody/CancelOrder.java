package org.candour.custody;

import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.springframework.dao.OptimisticLockingFailureException;

/** A custodian takes back a rotation or an erasure that nobody has approved: their own, or another's. */
@UseCase
public class CancelOrder {
    private final Gate gate;
    private final Orders orders;

    CancelOrder(Gate gate, Orders orders) {
        this.gate = gate;
        this.orders = orders;
    }

    /**
     * Cancels it.
     *
     * @throws OrderClosed unless it waits for approval
     * @throws org.candour.access.NoSuchThing if there is no such order
     */
    public void cancel(OrderId id, Actor actor) {
        gate.admit(actor, Act.CANCEL_KEY_ORDER, id.value());
        var order = orders.get(id);
        order.cancel();
        try {
            orders.save(order);
        } catch (OptimisticLockingFailureException quicker) {
            throw new OrderClosed(id, orders.get(id).stage());
        }
    }
}
