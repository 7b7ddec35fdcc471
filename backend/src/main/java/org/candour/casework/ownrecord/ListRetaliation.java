package org.candour.casework.ownrecord;

import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** A commissioner looks at which victims something was done to after they reported: codes and dates alone. */
@UseCase
public class ListRetaliation {
    private final Gate gate;
    private final OwnRecords ownRecords;

    ListRetaliation(Gate gate, OwnRecords ownRecords) {
        this.gate = gate;
        this.ownRecords = ownRecords;
    }

    /**
     * The cases with such flags in which no conflict of the actor stands, newest first, older than {@code before}. Each that is
     * shown has it on its record, before it is shown.
     *
     * @return as many as are on a page of {@code size}, and one more if another page follows
     */
    public List<FlaggedCase> list(Optional<CaseId> before, int size, Actor actor) {
        gate.admit(actor, Act.LIST_RETALIATION);
        var oneMore = ownRecords.flagged(FlagKind.RETALIATION, actor, before, size + 1);
        gate.shown(
                actor,
                Act.LIST_RETALIATION,
                oneMore.stream()
                        .limit(size)
                        .map(flagged -> new CaseId(flagged.caseId()))
                        .toList());
        return oneMore;
    }
}
