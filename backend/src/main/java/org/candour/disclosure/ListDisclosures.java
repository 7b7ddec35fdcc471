package org.candour.disclosure;

import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** Which disclosures there are: for an investigator what they can read, for a commissioner what waits for approval. */
@UseCase
public class ListDisclosures {
    private final Gate gate;
    private final CaseRegister cases;
    private final Disclosures disclosures;

    ListDisclosures(Gate gate, CaseRegister cases, Disclosures disclosures) {
        this.gate = gate;
        this.cases = cases;
        this.disclosures = disclosures;
    }

    /**
     * What is released to the actor's body, newest first. Cases in which a conflict stands are left out, so a page may hold
     * fewer than {@code limit} and still not be the last.
     */
    public List<DisclosureSummary> readable(Optional<DisclosureId> before, int limit, Actor actor) {
        gate.admit(actor, Act.LIST_DISCLOSURES);
        var released = actor.body()
                .map(body -> disclosures.readableBy(body, before, limit))
                .orElse(List.of());
        var open = cases.withoutConflict(
                released.stream().map(ListDisclosures::caseOf).toList(), actor);
        return released.stream()
                .filter(summary -> open.contains(caseOf(summary)))
                .toList();
    }

    private static CaseId caseOf(DisclosureSummary summary) {
        return new CaseId(summary.caseId());
    }

    /** What waits for approval, newest first. */
    public List<DisclosureSummary> awaitingApproval(Optional<DisclosureId> before, int limit, Actor actor) {
        gate.admit(actor, Act.LIST_APPROVALS);
        return disclosures.proposed(before, limit);
    }
}
