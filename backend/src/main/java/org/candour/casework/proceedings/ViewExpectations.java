package org.candour.casework.proceedings;

import java.util.List;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.casework.timers.Expectation;

/** What a victim may expect in their own case, and by when, in plain words. */
@UseCase
public class ViewExpectations {
    private final Gate gate;
    private final ExpectationsOnFile expectations;

    ViewExpectations(Gate gate, ExpectationsOnFile expectations) {
        this.gate = gate;
        this.expectations = expectations;
    }

    /**
     * What is owed to the victim and what they may ask for, the soonest first. It says that the law was broken by verified rules
     * alone, and nothing of what is withheld for safety.
     *
     * @throws NoSuchThing if there is no such case, or it is not the actor's own
     */
    public List<Expectation> view(CaseId caseId, Actor actor) {
        gate.admit(actor, Act.VIEW_EXPECTATIONS, caseId);
        return expectations.all(caseId);
    }
}
