package org.candour.casework.proceedings;

import java.time.Clock;
import java.util.List;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.casework.timers.Expectation;
import org.candour.casework.timers.RuleBook;

/** What a victim may expect in their own case, and by when, in plain words. */
@UseCase
public class ViewExpectations {
    private final Gate gate;
    private final ProceedingsRegister register;
    private final RuleBook rules;
    private final Clock clock;

    ViewExpectations(Gate gate, ProceedingsRegister register, RuleBook rules, Clock clock) {
        this.gate = gate;
        this.register = register;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What is owed to the victim and what they may ask for, the soonest first. It says that the law was broken by verified rules
     * alone, and nothing of what is withheld for safety.
     *
     * @throws NoSuchThing if there is no such case, or it is not the actor's own
     */
    public List<Expectation> view(CaseId caseId, Actor actor) {
        gate.admit(actor, Act.VIEW_EXPECTATIONS, caseId);
        return register.of(caseId).clock().forVictim(clock.instant(), rules);
    }
}
