package org.candour.disclosure;

import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An investigator reads a redacted copy: with the disclosure's key, which opens nothing of the case. */
@UseCase
public class ReadDisclosure {
    private final Gate gate;
    private final Vault vault;
    private final Disclosures disclosures;

    ReadDisclosure(Gate gate, Vault vault, Disclosures disclosures) {
        this.gate = gate;
        this.vault = vault;
        this.disclosures = disclosures;
    }

    /** The redacted copy, with a watermark that names this very reading. */
    @OpensPlaintext("The recipient reads the redacted copy")
    public DisclosedFile read(DisclosureId id, Actor actor) {
        var receipt = gate.admit(actor, Act.READ_DISCLOSURE, id.value(), disclosures.standing(id));
        var disclosure = disclosures.get(id);
        var copy = disclosure.copy().orElseThrow(NoSuchThing::new);
        var watermark = "%s, %s, reader %s, entry %d"
                .formatted(disclosure.summary().recipient(), receipt.at(), actor.id(), receipt.index());
        try (var opening = vault.open(receipt, Recipient.DISCLOSURE)) {
            return new DisclosedFile(id.value(), watermark, receipt.index(), opening.read(DisclosureFields.COPY, copy));
        }
    }
}
