package org.candour.disclosure;

import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** An advocate looks at a draft beside its original. */
@UseCase
public class ReviewDisclosure {
    private final Gate gate;
    private final Drafting drafting;
    private final Disclosures disclosures;

    ReviewDisclosure(Gate gate, Drafting drafting, Disclosures disclosures) {
        this.gate = gate;
        this.drafting = drafting;
        this.disclosures = disclosures;
    }

    /** The draft, or what became of it, beside the original. */
    public DraftView review(DisclosureId id, Actor actor) {
        var receipt = gate.admit(actor, Act.REVIEW_DISCLOSURE, id.value(), disclosures.standing(id));
        var draft = disclosures.get(id);
        return drafting.with(receipt, draft.caseId(), (basis, opening) -> {
            var working = opening.read(DisclosureFields.working(id), draft.working());
            return Drafting.view(draft, basis, working.redactions());
        });
    }
}
