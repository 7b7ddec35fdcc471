package org.candour.casework.ownrecord;

import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.FullPage;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** A commissioner looks at which victims something was done to after they reported: codes and dates alone. */
@UseCase
public class ListRetaliation {
    private final Gate gate;
    private final CaseRegister cases;
    private final OwnRecords ownRecords;

    ListRetaliation(Gate gate, CaseRegister cases, OwnRecords ownRecords) {
        this.gate = gate;
        this.cases = cases;
        this.ownRecords = ownRecords;
    }

    /** The cases with such flags in which no conflict of the actor stands, newest first, older than {@code before}. */
    public List<FlaggedCase> list(Optional<CaseId> before, int limit, Actor actor) {
        gate.admit(actor, Act.LIST_RETALIATION);
        return FullPage.of(
                before,
                limit,
                (from, most) -> ownRecords.flagged(FlagKind.RETALIATION, from, most),
                flagged -> new CaseId(flagged.caseId()),
                flagged -> withoutConflict(flagged, actor));
    }

    private List<FlaggedCase> withoutConflict(List<FlaggedCase> flagged, Actor actor) {
        var open = cases.withoutConflict(
                flagged.stream().map(one -> new CaseId(one.caseId())).toList(), actor);
        return flagged.stream()
                .filter(one -> open.contains(new CaseId(one.caseId())))
                .toList();
    }
}
