package org.candour.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Who is asked and who holds a case, for its team and the commissioner; and what waits for an advocate. */
@UseCase
public class ViewAssignments {
    private final Gate gate;
    private final CaseRegister cases;
    private final CaseLists lists;
    private final Clock clock;

    ViewAssignments(Gate gate, CaseRegister cases, CaseLists lists, Clock clock) {
        this.gate = gate;
        this.cases = cases;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * All assignments of a case, oldest first: at most {@value People#MOST_ASSIGNMENTS}.
     *
     * @throws NoSuchThing unless the actor holds a live grant or is a commissioner, and if a conflict stands
     */
    public List<AssignmentView> of(CaseId caseId, Actor actor) {
        gate.admit(actor, Act.VIEW_ASSIGNMENTS, caseId);
        var now = clock.instant();
        var access = cases.find(caseId).orElseThrow(NoSuchThing::new);
        return access.people().assignments().stream().map(one -> one.view(now)).toList();
    }

    /**
     * What waits for the actor's answer, newest case first, all older than {@code before}: of the cases themselves no more than
     * what they are called. Each case that is shown has it on its record, before it is shown.
     *
     * @return as many as are on a page of {@code size}, and one more if another page follows
     */
    public List<WaitingCase> waitingFor(Actor actor, Optional<CaseId> before, int size) {
        gate.admit(actor, Act.LIST_PROPOSALS);
        var oneMore = lists.waitingFor(actor, before, size + 1);
        gate.shown(
                actor,
                Act.LIST_PROPOSALS,
                oneMore.stream()
                        .limit(size)
                        .map(waiting -> new CaseId(waiting.caseId()))
                        .toList());
        return oneMore;
    }
}
