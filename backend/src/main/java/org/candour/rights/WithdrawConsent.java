package org.candour.rights;

import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Consents;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** A victim takes a consent back, or an advocate writes down that they did. The next reading is refused already. */
@UseCase
public class WithdrawConsent {
    private final Gate gate;
    private final Consents consents;

    WithdrawConsent(Gate gate, Consents consents) {
        this.gate = gate;
        this.consents = consents;
    }

    /**
     * Ends the consent, and any other that holds for the same recipient and purpose, from now on. What was read before cannot
     * be called back by this. Withdrawing again changes nothing.
     *
     * @throws org.candour.access.NoSuchThing if there is no such consent in the case, or the case is neither the actor's own
     *     nor granted to them
     */
    public void withdraw(CaseId caseId, UUID consent, Actor actor) {
        gate.admit(actor, Act.WITHDRAW_CONSENT, caseId);
        consents.withdraw(caseId, consent);
    }
}
