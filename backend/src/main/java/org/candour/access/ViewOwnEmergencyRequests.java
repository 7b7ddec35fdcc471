package org.candour.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** An advocate asks what became of their own requests for emergency access. */
@UseCase
public class ViewOwnEmergencyRequests {
    private final Gate gate;
    private final CaseRegister cases;
    private final EmergencyRequests requests;
    private final Clock clock;

    ViewOwnEmergencyRequests(Gate gate, CaseRegister cases, EmergencyRequests requests, Clock clock) {
        this.gate = gate;
        this.cases = cases;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * All that the actor has asked for, newest first, but for cases in which a conflict of theirs stands. Each that is shown is
     * on the record of its case before it is shown.
     *
     * @return as many as are on a page of {@code size}, and one more if another page follows
     */
    public List<EmergencySummary> list(Optional<EmergencyRequestId> before, int size, Actor actor) {
        gate.admit(actor, Act.LIST_OWN_EMERGENCY_REQUESTS);
        var oneMore = FullPage.of(
                before,
                size + 1,
                (from, limit) -> requests.askedBy(actor.id(), from, limit),
                summary -> new EmergencyRequestId(summary.id()),
                summaries -> cases.withoutConflict(summaries, summary -> new CaseId(summary.caseId()), actor));
        gate.shownThings(
                actor,
                Act.LIST_OWN_EMERGENCY_REQUESTS,
                oneMore.stream().limit(size).map(one -> standing(one, actor)).toList());
        return oneMore;
    }

    private static Standing standing(EmergencySummary shown, Actor actor) {
        return Standing.askedFor(shown.id(), new CaseId(shown.caseId()), actor.id());
    }

    /**
     * One of them, as it stands at this moment.
     *
     * @throws NoSuchThing if somebody else asked for it, there is none of this id, or a conflict stands
     */
    public EmergencySummary view(EmergencyRequestId id, Actor actor) {
        gate.admit(actor, Act.VIEW_OWN_EMERGENCY_REQUEST, id.value(), requests.standing(id));
        return requests.get(id).summary(clock.instant());
    }
}
