package org.candour.disclosure;

import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/**
 * Which disclosures there are: for an investigator what they can read, for a commissioner what waits for approval. Each case
 * whose disclosure is shown has it on its record, before it is shown.
 */
@UseCase
public class ListDisclosures {
    private final Gate gate;
    private final Disclosures disclosures;

    ListDisclosures(Gate gate, Disclosures disclosures) {
        this.gate = gate;
        this.disclosures = disclosures;
    }

    /**
     * What is released to the actor's body, newest first, but for cases in which a conflict stands or the victim does not agree
     * that it reads on.
     *
     * @return as many as are on a page of {@code size}, and one more if another page follows
     */
    public List<DisclosureSummary> readable(Optional<DisclosureId> before, int size, Actor actor) {
        gate.admit(actor, Act.LIST_DISCLOSURES);
        var found = actor.body()
                .map(body -> disclosures.readableBy(body, actor, before, size + 1))
                .orElse(List.of());
        return shown(found, size, Act.LIST_DISCLOSURES, actor);
    }

    /**
     * What waits for approval, newest first, but for cases in which a conflict stands.
     *
     * @return as many as are on a page of {@code size}, and one more if another page follows
     */
    public List<DisclosureSummary> awaitingApproval(Optional<DisclosureId> before, int size, Actor actor) {
        gate.admit(actor, Act.LIST_APPROVALS);
        return shown(disclosures.proposed(actor, before, size + 1), size, Act.LIST_APPROVALS, actor);
    }

    private List<DisclosureSummary> shown(List<DisclosureSummary> oneMore, int size, Act list, Actor actor) {
        var cases = oneMore.stream()
                .limit(size)
                .map(summary -> new CaseId(summary.caseId()))
                .distinct()
                .toList();
        gate.shown(actor, list, cases);
        return oneMore;
    }
}
