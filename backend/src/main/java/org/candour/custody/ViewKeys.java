package org.candour.custody;

import java.util.Arrays;
import java.util.List;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.vault.KeyRotation;

/** A custodian looks at which keys there are, and how rotations go. */
@UseCase
public class ViewKeys {
    private static final int MOST = 100;

    private final Gate gate;
    private final KeyRotation rotation;
    private final Orders orders;

    ViewKeys(Gate gate, KeyRotation rotation, Orders orders) {
        this.gate = gate;
        this.rotation = rotation;
        this.orders = orders;
    }

    /** Every key there is, by group, oldest first. */
    public List<KeySummary> keys(Actor actor) {
        gate.admit(actor, Act.VIEW_KEYS);
        return Arrays.stream(KeyGroup.values())
                .flatMap(group -> rotation.states(group.family()).stream())
                .map(KeySummary::of)
                .toList();
    }

    /** The newest {@value #MOST} rotations, newest first. */
    public List<OrderSummary> rotations(Actor actor) {
        gate.admit(actor, Act.VIEW_KEYS);
        return orders.rotations(MOST);
    }

    /**
     * One order.
     *
     * @throws org.candour.access.NoSuchThing if there is none
     */
    public OrderSummary order(OrderId id, Actor actor) {
        gate.admit(actor, Act.VIEW_KEYS, id.value());
        return orders.get(id).summary();
    }
}
