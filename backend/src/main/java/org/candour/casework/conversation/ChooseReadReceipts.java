package org.candour.casework.conversation;

import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** Each side of a case decides for itself whether the other learns what it has read. */
@UseCase
public class ChooseReadReceipts {
    private final Gate gate;
    private final CaseRegister cases;
    private final ReadReceiptChoices choices;

    ChooseReadReceipts(Gate gate, CaseRegister cases, ReadReceiptChoices choices) {
        this.gate = gate;
        this.cases = cases;
        this.choices = choices;
    }

    /** Whether the actor's side shows what it reads: by default the team does, and a victim does not. */
    public boolean isShown(CaseId caseId, Actor actor) {
        gate.admit(actor, Act.VIEW_READ_RECEIPTS, caseId);
        return choices.of(caseId).isShown(sideOf(caseId, actor));
    }

    /** Changes that for what will be read from now on. */
    public void choose(CaseId caseId, boolean isShown, Actor actor) {
        gate.admit(actor, Act.CHANGE_READ_RECEIPTS, caseId);
        choices.choose(caseId, sideOf(caseId, actor), isShown);
    }

    private Side sideOf(CaseId caseId, Actor actor) {
        return cases.isOwnedBy(caseId, actor) ? Side.VICTIM : Side.TEAM;
    }
}
