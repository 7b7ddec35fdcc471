package org.candour.casework.ownrecord;

import java.util.List;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** A victim reads what they have added to their account. */
@UseCase
public class ReadCorrections {
    private final Gate gate;
    private final Vault vault;
    private final AdditionsOnFile additions;

    ReadCorrections(Gate gate, Vault vault, AdditionsOnFile additions) {
        this.gate = gate;
        this.vault = vault;
        this.additions = additions;
    }

    /** The additions, oldest first, as they are read beside the account; at most {@value OwnRecord#MOST_ENTRIES}. */
    @OpensPlaintext("A victim reads their own additions")
    public List<CorrectionView> read(CaseId caseId, Actor actor) {
        var receipt = gate.admit(actor, Act.READ_CORRECTIONS, caseId);
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            return additions.corrections(caseId, opening);
        }
    }
}
