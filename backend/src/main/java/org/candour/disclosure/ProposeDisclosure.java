package org.candour.disclosure;

import java.util.EnumSet;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.disclosure.redaction.RedactedText;
import org.candour.ledger.Compartment;
import org.candour.vault.Sealed;
import org.candour.vault.Sealer;

/** An advocate hands a draft to a second person: the redacted copy is made now, under a key of its own. */
@UseCase
public class ProposeDisclosure {
    private final Gate gate;
    private final Drafting drafting;
    private final Sealer sealer;
    private final Disclosures disclosures;

    ProposeDisclosure(Gate gate, Drafting drafting, Sealer sealer, Disclosures disclosures) {
        this.gate = gate;
        this.drafting = drafting;
        this.sealer = sealer;
        this.disclosures = disclosures;
    }

    /**
     * Makes the copy and waits for approval.
     *
     * @param version the version of the draft that the advocate saw
     * @throws ReviewMissing while a redaction waits for a person to look at it
     * @throws StageConflict unless it is a draft
     * @throws DisclosureChanged if somebody else has changed it
     * @throws DisclosureOutdated if the victim has added to the original since it was begun
     */
    public DisclosureSummary propose(DisclosureId id, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.PROPOSE_DISCLOSURE, id.value(), disclosures.standing(id));
        var draft = disclosures.get(id);
        draft.requireVersion(version);
        draft.requireProposable();
        return drafting.with(receipt, draft.caseId(), (basis, opening) -> {
            draft.requireCurrent(basis.additions());
            var redactions =
                    opening.read(DisclosureFields.working(id), draft.working()).redactions();
            var account = RedactedText.apply(basis.account(), redactions);
            draft.propose(seal(id, new RedactedFile(account, basis.happened(), basis.accused())), actor.id());
            return disclosures.save(draft).summary();
        });
    }

    private Sealed<RedactedFile> seal(DisclosureId id, RedactedFile copy) {
        try (var sealing = sealer.create(id.value(), EnumSet.of(Compartment.REDACTED_COPY))) {
            return sealing.seal(DisclosureFields.COPY, copy);
        }
    }
}
