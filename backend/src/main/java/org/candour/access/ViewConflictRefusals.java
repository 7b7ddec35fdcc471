package org.candour.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candour.ledger.Ledger;
import org.candour.ledger.Recorded;

/**
 * A commissioner asks who was turned away because a conflict of interest stood. The record may lie in a database of its own, whose
 * user reads nothing else: so the wall cannot be part of that query, and what it hides is left out while a page is filled.
 */
@UseCase
public class ViewConflictRefusals {
    private final Gate gate;
    private final Ledger ledger;
    private final CaseRegister cases;

    ViewConflictRefusals(Gate gate, Ledger ledger, CaseRegister cases) {
        this.gate = gate;
        this.ledger = ledger;
        this.cases = cases;
    }

    /**
     * The refusals, newest first, all from before ledger index {@code before}, but for cases in which a conflict of the actor
     * themself stands.
     *
     * @return as many as are on a page of {@code size}, and one more if another page follows
     */
    public List<ConflictRefusal> view(long before, int size, Actor actor) {
        gate.admit(actor, Act.LIST_CONFLICT_REFUSALS);
        var oneMore = FullPage.of(
                Optional.of(before),
                size + 1,
                (from, most) -> ledger.refusals(RefusalReason.CONFLICT.name(), from.orElseThrow(), most),
                Recorded::index,
                found -> withoutConflict(found, actor));
        gate.shown(
                actor,
                Act.LIST_CONFLICT_REFUSALS,
                oneMore.stream()
                        .limit(size)
                        .map(refusal -> new CaseId(refusal.caseId()))
                        .distinct()
                        .toList());
        return oneMore;
    }

    private List<ConflictRefusal> withoutConflict(List<Recorded> found, Actor actor) {
        var concerned = found.stream()
                .flatMap(recorded -> recorded.entry().caseId().stream())
                .map(CaseId::new)
                .collect(Collectors.toSet());
        var open = cases.withoutConflict(concerned, actor);
        return found.stream()
                .filter(recorded -> recorded.entry()
                        .caseId()
                        .map(CaseId::new)
                        .filter(open::contains)
                        .isPresent())
                .map(ConflictRefusal::of)
                .toList();
    }

    /**
     * Somebody was turned away.
     *
     * @param ledgerIndex where it stands on the record
     * @param body the organisation they act for
     * @param role the role they acted in
     * @param act what they tried
     */
    public record ConflictRefusal(long ledgerIndex, Instant at, UUID caseId, String body, String role, String act) {
        static ConflictRefusal of(Recorded recorded) {
            var entry = recorded.entry();
            return new ConflictRefusal(
                    recorded.index(),
                    recorded.at(),
                    entry.caseId().orElseThrow(),
                    entry.body(),
                    entry.role(),
                    entry.act());
        }
    }
}
