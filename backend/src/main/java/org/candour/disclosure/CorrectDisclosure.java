package org.candour.disclosure;

import java.util.List;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.disclosure.redaction.RedactedText;
import org.candour.disclosure.redaction.Redaction;
import org.candour.disclosure.redaction.RedactionRejected;

/** An advocate corrects a draft by hand. */
@UseCase
public class CorrectDisclosure {
    private final Gate gate;
    private final Drafting drafting;
    private final Disclosures disclosures;

    CorrectDisclosure(Gate gate, Drafting drafting, Disclosures disclosures) {
        this.gate = gate;
        this.drafting = drafting;
        this.disclosures = disclosures;
    }

    /**
     * Replaces the draft's redactions by these.
     *
     * @param version the version of the draft that the advocate saw
     * @throws RedactionRejected if one of them does not fit the original
     * @throws StageConflict unless it is a draft
     * @throws DisclosureChanged if somebody else has changed it
     * @throws DisclosureOutdated if the victim has added to the original since it was begun
     */
    public DraftView correct(DisclosureId id, List<Redaction> redactions, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.CORRECT_DISCLOSURE, id.value(), disclosures.standing(id));
        var draft = disclosures.get(id);
        draft.requireVersion(version);
        return drafting.with(receipt, draft.caseId(), (basis, opening) -> {
            draft.requireCurrent(basis.additions());
            RedactedText.apply(basis.account(), redactions); // refuses what does not fit, before anything is stored
            var working = opening.seal(DisclosureFields.working(id), new Working(redactions));
            draft.correct(working, redactions, actor.id());
            return Drafting.view(disclosures.save(draft), basis, redactions);
        });
    }
}
