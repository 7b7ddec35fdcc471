package org.candour.casework;

import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.intake.Identity;
import org.candour.intake.ReadReport;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate looks up who the victim is and how they may safely be reached. */
@UseCase
public class ViewIdentity {
    private final Gate gate;
    private final Vault vault;
    private final ReadReport readReport;

    ViewIdentity(Gate gate, Vault vault, ReadReport readReport) {
        this.gate = gate;
        this.vault = vault;
        this.readReport = readReport;
    }

    /**
     * Opens the identity compartment, and no other.
     *
     * @throws org.candour.access.StepUpNeeded if the actor has not given a second factor of late
     */
    @OpensPlaintext("An advocate with a live grant and a recent second factor looks up whom to call")
    public Identity view(CaseId caseId, Actor actor) {
        var receipt = gate.admit(actor, Act.VIEW_IDENTITY, caseId);
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            return readReport.identity(caseId, opening);
        }
    }
}
