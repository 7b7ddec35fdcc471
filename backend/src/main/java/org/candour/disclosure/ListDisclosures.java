package org.candour.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.BodyId;
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

    /** What is released to the actor's body, newest first, but for cases in which a conflict stands. */
    public List<DisclosureSummary> readable(Optional<DisclosureId> before, int limit, Actor actor) {
        gate.admit(actor, Act.LIST_DISCLOSURES);
        return actor.body().map(body -> readable(body, before, limit, actor)).orElse(List.of());
    }

    private List<DisclosureSummary> readable(BodyId body, Optional<DisclosureId> before, int limit, Actor actor) {
        var found = new ArrayList<DisclosureSummary>();
        var from = before;
        List<DisclosureSummary> page;
        do { // what a conflict hides must not shorten the list
            page = disclosures.readableBy(body, from, limit);
            var open = cases.withoutConflict(
                    page.stream().map(ListDisclosures::caseOf).toList(), actor);
            page.stream().filter(summary -> open.contains(caseOf(summary))).forEach(found::add);
            from = page.isEmpty()
                    ? from
                    : Optional.of(new DisclosureId(page.get(page.size() - 1).id()));
        } while (page.size() == limit && found.size() < limit);
        return List.copyOf(found.subList(0, Math.min(limit, found.size())));
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
