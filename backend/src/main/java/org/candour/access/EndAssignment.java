package org.candour.access;

import java.time.Clock;
import java.util.function.UnaryOperator;

/** A question to an advocate is taken back, or their access to a case ends before its term is over. */
@UseCase
public class EndAssignment {
    private final Gate gate;
    private final CaseRegister cases;
    private final Clock clock;

    EndAssignment(Gate gate, CaseRegister cases, Clock clock) {
        this.gate = gate;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * Takes back what waits for an answer.
     *
     * @throws AssignmentConflict unless it does
     * @throws GrantRefused unless the actor asked, or is a commissioner
     * @throws NoSuchThing if there is none of this id, the actor is not of this case, or a conflict stands
     */
    public AssignmentView withdraw(CaseId caseId, AssignmentId id, AssignmentReason reason, Actor actor) {
        gate.admit(actor, Act.WITHDRAW_ASSIGNMENT, caseId);
        var now = clock.instant();
        return changed(caseId, id, people -> people.withdraw(id.value(), actor, reason, now));
    }

    /**
     * Ends the access that was accepted, and everything else that the same advocate holds on this case.
     *
     * @throws AssignmentConflict unless it is accepted and its term not over
     * @throws GrantRefused unless it is the actor's own, or they are a commissioner
     * @throws NoSuchThing if there is none of this id, the actor is not of this case, or a conflict stands
     */
    public AssignmentView end(CaseId caseId, AssignmentId id, AssignmentReason reason, Actor actor) {
        gate.admit(actor, Act.END_ASSIGNMENT, caseId);
        var now = clock.instant();
        return changed(caseId, id, people -> people.end(id.value(), actor, reason, now));
    }

    private AssignmentView changed(CaseId caseId, AssignmentId id, UnaryOperator<People> change) {
        var changed = cases.change(caseId, access -> access.with(change.apply(access.people())));
        return changed.people().get(id.value()).view(clock.instant());
    }
}
