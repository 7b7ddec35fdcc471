package org.candour.access;

import java.time.Clock;
import java.util.Optional;
import org.candour.access.GrantRefused.Reason;
import org.candour.ledger.Aggregates;

/** An advocate who was asked to take a case says yes or no. */
@UseCase
public class AnswerAssignment {
    private final Gate gate;
    private final CaseRegister cases;
    private final Aggregates aggregates;
    private final Clock clock;

    AnswerAssignment(Gate gate, CaseRegister cases, Aggregates aggregates, Clock clock) {
        this.gate = gate;
        this.cases = cases;
        this.aggregates = aggregates;
        this.clock = clock;
    }

    /**
     * Accepts: from now on the actor has access, and whoever passes the case on loses theirs as agreed.
     *
     * @throws AssignmentConflict unless it waits for an answer
     * @throws GrantRefused if the actor has changed their organisation, the victim's consent no longer stands, or the one from
     *     whom the case comes holds it no longer
     * @throws NoSuchThing if nothing on this case waits for the actor, or a conflict of theirs stands
     */
    public AssignmentView accept(CaseId caseId, AssignmentId id, Actor actor) {
        gate.admit(actor, Act.ACCEPT_ASSIGNMENT, caseId);
        var now = clock.instant();
        var changed = cases.change(caseId, access -> {
            var asked = own(access, id, actor);
            if (!Optional.of(asked.body()).equals(actor.body().map(BodyId::value))) {
                throw new GrantRefused(Reason.OTHER_BODY);
            }
            var holder = Optional.ofNullable(asked.holder())
                    .flatMap(person -> aggregates.find(StaffMember.class, person))
                    .map(StaffMember::asActor);
            access.requireMayGoTo(actor, holder, asked.kind(), now);
            return access.with(access.people().accept(id.value(), actor, now));
        });
        return changed.people().get(id.value()).view(now);
    }

    /**
     * Declines.
     *
     * @throws AssignmentConflict unless it waits for an answer
     * @throws NoSuchThing if nothing on this case waits for the actor, or a conflict of theirs stands
     */
    public AssignmentView decline(CaseId caseId, AssignmentId id, AssignmentReason reason, Actor actor) {
        gate.admit(actor, Act.DECLINE_ASSIGNMENT, caseId);
        var now = clock.instant();
        var changed = cases.change(caseId, access -> {
            var asked = own(access, id, actor);
            return access.with(access.people().decline(asked.id(), actor, reason, now));
        });
        return changed.people().get(id.value()).view(now);
    }

    /** Another's assignment looks like none. */
    private static Assignment own(CaseAccess access, AssignmentId id, Actor actor) {
        var asked = access.people().get(id.value());
        if (!asked.isTo(actor.id())) {
            throw new NoSuchThing();
        }
        return asked;
    }
}
