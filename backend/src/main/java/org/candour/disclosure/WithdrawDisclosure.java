package org.candour.disclosure;

import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** An advocate takes a disclosure back: from the next moment on nobody can read it. */
@UseCase
public class WithdrawDisclosure {
    private final Gate gate;
    private final Disclosures disclosures;

    WithdrawDisclosure(Gate gate, Disclosures disclosures) {
        this.gate = gate;
        this.disclosures = disclosures;
    }

    /**
     * Ends it.
     *
     * @throws StageConflict if it has ended
     */
    public void withdraw(DisclosureId id, Actor actor) {
        gate.admit(actor, Act.WITHDRAW_DISCLOSURE, id.value(), disclosures.standing(id));
        var disclosure = disclosures.get(id);
        disclosure.withdraw();
        disclosures.save(disclosure);
    }
}
