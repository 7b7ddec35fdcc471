package org.candour.custody;

import java.time.Clock;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.vault.KeyRotation;

/** A custodian proposes that new keys take over from those there are. */
@UseCase
public class ProposeRotation {
    private final Gate gate;
    private final KeyRotation rotation;
    private final Orders orders;
    private final Clock clock;

    ProposeRotation(Gate gate, KeyRotation rotation, Orders orders, Clock clock) {
        this.gate = gate;
        this.rotation = rotation;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Proposes it; nothing happens before another custodian approves.
     *
     * @throws org.candour.vault.KeyUnavailable if this process cannot rotate, because it holds public keys alone
     */
    public OrderSummary propose(KeyGroup group, Actor actor) {
        gate.admit(actor, Act.PROPOSE_ROTATION);
        rotation.states(group.family());
        return orders.save(Order.rotation(group, actor.id(), clock.instant())).summary();
    }
}
