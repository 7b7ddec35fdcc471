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

/** A victim, or their advocate, reads what was done to the victim after the report. */
@UseCase
public class ReadRetaliation {
    private final Gate gate;
    private final Vault vault;
    private final OwnRecords ownRecords;

    ReadRetaliation(Gate gate, Vault vault, OwnRecords ownRecords) {
        this.gate = gate;
        this.vault = vault;
        this.ownRecords = ownRecords;
    }

    /** The entries in the order in which they were recorded; at most {@value OwnRecord#MOST_ENTRIES}. */
    @OpensPlaintext("The victim and their advocate read the log of retaliation")
    public List<RetaliationView> read(CaseId caseId, Actor actor) {
        var receipt = gate.admit(actor, Act.READ_RETALIATION, caseId);
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            return ownRecords.of(caseId).retaliations().stream()
                    .map(entry -> RetaliationView.of(
                            entry,
                            opening.read(Retaliation.field(entry.id()), entry.words())
                                    .text()))
                    .toList();
        }
    }
}
