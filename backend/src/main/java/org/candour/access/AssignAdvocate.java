package org.candour.access;

import java.time.Clock;
import java.time.Instant;
import org.candour.access.GrantRefused.Reason;
import org.candour.ledger.Aggregates;

/** The commissioner gives an advocate a grant on a case. */
@UseCase
public class AssignAdvocate {
    private final Gate gate;
    private final CaseRegister cases;
    private final Aggregates aggregates;
    private final Conflicts conflicts;
    private final AccessSettings settings;
    private final Clock clock;

    AssignAdvocate(
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
     * Gives the grant, from now on. Giving it again to somebody who holds one adds a second, longer or shorter one.
     *
     * @param until the first instant at which it no longer holds
     * @throws GrantRefused if the advocate is unknown or in conflict, or the term is not a possible one
     * @throws NoSuchThing if there is no such case
     */
    public void assign(CaseId caseId, ActorId advocate, Instant until, Actor actor) {
        gate.admit(actor, Act.ASSIGN_ADVOCATE, caseId);
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(settings.longestGrant()))) {
            throw new GrantRefused(Reason.TERM);
        }
        var member = aggregates
                .find(StaffMember.class, advocate.value())
                .map(StaffMember::asActor)
                .filter(found -> found.has(Role.ADVOCATE))
                .orElseThrow(() -> new GrantRefused(Reason.NOBODY));
        var grant = new Grant(
                advocate.value(), Role.ADVOCATE, now, until, actor.id().value());
        cases.change(caseId, access -> {
            if (conflicts.stands(member, access)) {
                throw new GrantRefused(Reason.CONFLICT);
            }
            return access.with(grant);
        });
    }
}
