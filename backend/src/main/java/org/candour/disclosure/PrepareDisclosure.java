package org.candour.disclosure;

import java.time.Clock;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.disclosure.redaction.Redactor;

/** An advocate begins a redacted copy. */
@UseCase
public class PrepareDisclosure {
    private final Gate gate;
    private final CaseRegister cases;
    private final Drafting drafting;
    private final Redactor redactor;
    private final Disclosures disclosures;
    private final Clock clock;

    PrepareDisclosure(
            Gate gate, CaseRegister cases, Drafting drafting, Redactor redactor, Disclosures disclosures, Clock clock) {
        this.gate = gate;
        this.cases = cases;
        this.drafting = drafting;
        this.redactor = redactor;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /**
     * Proposes the redactions of the case's account, and keeps them as a draft.
     *
     * @throws RecipientRefused if no copy of this case may go to that body
     */
    public DraftView prepare(CaseId caseId, BodyId recipient, Actor actor) {
        var receipt = gate.admit(actor, Act.PREPARE_DISCLOSURE, caseId);
        if (!cases.mayReceive(caseId, recipient)) {
            throw new RecipientRefused();
        }
        return drafting.with(receipt, caseId, (basis, opening) -> {
            var id = DisclosureId.next();
            var redactions = redactor.propose(basis.account(), PartiesOnFile.hidden(basis), PartiesOnFile.kept(basis));
            var working = opening.seal(DisclosureFields.working(id), new Working(redactions));
            var draft = disclosures.save(Disclosure.drafted(
                    id, caseId, recipient, actor.id(), clock.instant(), basis.additions(), working, redactions));
            return Drafting.view(draft, basis, redactions);
        });
    }
}
