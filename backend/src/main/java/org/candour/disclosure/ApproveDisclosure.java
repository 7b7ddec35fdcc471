package org.candour.disclosure;

import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** A commissioner approves a disclosure. */
@UseCase
public class ApproveDisclosure {
    private final Gate gate;
    private final Disclosures disclosures;

    ApproveDisclosure(Gate gate, Disclosures disclosures) {
        this.gate = gate;
        this.disclosures = disclosures;
    }

    /**
     * Approves it.
     *
     * @throws SecondPersonNeeded if the actor prepared, corrected or proposed it
     * @throws StageConflict unless it waits for approval
     */
    public void approve(DisclosureId id, Actor actor) {
        gate.admit(actor, Act.APPROVE_DISCLOSURE, id.value(), disclosures.standing(id));
        var disclosure = disclosures.get(id);
        disclosure.approve(actor.id());
        disclosures.save(disclosure);
    }
}
