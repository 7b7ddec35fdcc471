package org.candour.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Consents;
import org.candour.access.FullPage;
import org.candour.access.Gate;
import org.candour.access.Purpose;
import org.candour.access.UseCase;

/** Which disclosures there are: for an investigator what they can read, for a commissioner what waits for approval. */
@UseCase
public class ListDisclosures {
    private final Gate gate;
    private final CaseRegister cases;
    private final Consents consents;
    private final Disclosures disclosures;

    ListDisclosures(Gate gate, CaseRegister cases, Consents consents, Disclosures disclosures) {
        this.gate = gate;
        this.cases = cases;
        this.consents = consents;
        this.disclosures = disclosures;
    }

    /**
     * What is released to the actor's body, newest first, but for cases in which a conflict stands or the victim does not agree
     * that it reads on.
     */
    public List<DisclosureSummary> readable(Optional<DisclosureId> before, int limit, Actor actor) {
        gate.admit(actor, Act.LIST_DISCLOSURES);
        return actor.body()
                .map(body -> page(
                        before,
                        limit,
                        (from, most) -> disclosures.readableBy(body, from, most),
                        summaries -> withConsent(withoutConflict(summaries, actor), body)))
                .orElse(List.of());
    }

    /** What waits for approval, newest first, but for cases in which a conflict stands. */
    public List<DisclosureSummary> awaitingApproval(Optional<DisclosureId> before, int limit, Actor actor) {
        gate.admit(actor, Act.LIST_APPROVALS);
        return page(before, limit, disclosures::proposed, summaries -> withoutConflict(summaries, actor));
    }

    private List<DisclosureSummary> page(
            Optional<DisclosureId> before,
            int limit,
            BiFunction<Optional<DisclosureId>, Integer, List<DisclosureSummary>> source,
            UnaryOperator<List<DisclosureSummary>> visible) {
        return FullPage.of(before, limit, source, summary -> new DisclosureId(summary.id()), visible);
    }

    private List<DisclosureSummary> withConsent(List<DisclosureSummary> summaries, BodyId reader) {
        var agreed =
                consents.live(summaries.stream().map(ListDisclosures::caseOf).toList(), reader, Purpose.INVESTIGATION);
        return summaries.stream()
                .filter(summary -> agreed.contains(caseOf(summary)))
                .toList();
    }

    private List<DisclosureSummary> withoutConflict(List<DisclosureSummary> summaries, Actor actor) {
        var open = cases.withoutConflict(
                summaries.stream().map(ListDisclosures::caseOf).toList(), actor);
        return summaries.stream()
                .filter(summary -> open.contains(caseOf(summary)))
                .toList();
    }

    private static CaseId caseOf(DisclosureSummary summary) {
        return new CaseId(summary.caseId());
    }
}
