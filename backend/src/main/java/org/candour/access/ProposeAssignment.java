package org.candour.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.candour.access.GrantRefused.Reason;
import org.candour.ledger.Aggregates;

/** A commissioner asks an advocate to take a case, or whoever holds a case passes it on. Nobody has access before they accept. */
@UseCase
public class ProposeAssignment {
    private final Gate gate;
    private final CaseRegister cases;
    private final Aggregates aggregates;
    private final Conflicts conflicts;
    private final AccessSettings settings;
    private final Clock clock;

    ProposeAssignment(
            Gate gate,
            CaseRegister cases,
            Aggregates aggregates,
            Conflicts conflicts,
            AccessSettings settings,
            Clock clock) {
        this.gate = gate;
        this.cases = cases;
        this.aggregates = aggregates;
        this.conflicts = conflicts;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A commissioner asks.
     *
     * @throws GrantRefused if the advocate is unknown or in conflict, or it cannot be given as asked
     * @throws NoSuchThing if there is no such case, or a conflict of the actor stands
     */
    public AssignmentView propose(CaseId caseId, Proposal proposal, Actor actor) {
        gate.admit(actor, Act.ASSIGN_ADVOCATE, caseId);
        return ask(caseId, proposal, actor);
    }

    /**
     * The advocate who holds the case asks another to take it over or to join.
     *
     * @throws GrantRefused as for a commissioner, and for a kind that is a commissioner's alone
     * @throws NoSuchThing if the actor holds no live grant
     */
    public AssignmentView passOn(CaseId caseId, Proposal proposal, Actor actor) {
        gate.admit(actor, Act.PASS_ON_CASE, caseId);
        if (proposal.kind() == AssignmentKind.ASSIGNMENT
                || proposal.kind() == AssignmentKind.COVER
                || !proposal.holder().equals(Optional.of(actor.id()))) {
            throw new GrantRefused(Reason.KIND);
        }
        return ask(caseId, proposal, actor);
    }

    private AssignmentView ask(CaseId caseId, Proposal proposal, Actor actor) {
        var now = clock.instant();
        proposal.requirePossible(now, settings.longestGrant());
        if (proposal.advocate().equals(actor.id()) || proposal.holder().equals(Optional.of(proposal.advocate()))) {
            throw new GrantRefused(Reason.SELF);
        }
        var advocate = advocate(proposal.advocate()).orElseThrow(() -> new GrantRefused(Reason.NOBODY));
        var holder = proposal.holder().map(id -> advocate(id).orElseThrow(() -> new GrantRefused(Reason.HOLDER)));
        var asked = cases.change(caseId, access -> {
            if (conflicts.stands(advocate, access)) {
                throw new GrantRefused(Reason.CONFLICT);
            }
            access.requireMayGoTo(advocate, holder, proposal.kind(), now);
            var answerBy = now.plus(settings.answerWithin());
            return access.with(
                    access.people().propose(Assignment.proposed(proposal, advocate, answerBy, actor, now), now));
        });
        return waiting(asked, proposal.advocate(), now);
    }

    private Optional<Actor> advocate(ActorId id) {
        return aggregates
                .find(StaffMember.class, id.value())
                .map(StaffMember::asActor)
                .filter(found -> found.has(Role.ADVOCATE));
    }

    private static AssignmentView waiting(CaseAccess access, ActorId advocate, Instant now) {
        return access.people().assignments().stream()
                .filter(one -> one.isTo(advocate) && one.isWaiting(now))
                .map(one -> one.view(now))
                .findFirst()
                .orElseThrow();
    }
}
