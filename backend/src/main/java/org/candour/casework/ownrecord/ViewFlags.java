package org.candour.casework.ownrecord;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** An advocate looks at what is new on a victim's own record, and says that they have. */
@UseCase
public class ViewFlags {
    private final Gate gate;
    private final OwnRecords ownRecords;
    private final Clock clock;

    ViewFlags(Gate gate, OwnRecords ownRecords, Clock clock) {
        this.gate = gate;
        this.ownRecords = ownRecords;
        this.clock = clock;
    }

    /** The flags of a case, oldest first, those that were seen included. */
    public List<FlagView> view(CaseId caseId, Actor actor) {
        gate.admit(actor, Act.VIEW_FLAGS, caseId);
        return ownRecords.of(caseId).flags().stream().map(FlagView::of).toList();
    }

    /**
     * Notes that the case team has looked; the first time stands.
     *
     * @throws org.candour.access.NoSuchThing if the case has no such flag
     */
    public void see(CaseId caseId, UUID flag, Actor actor) {
        gate.admit(actor, Act.SEE_FLAG, caseId);
        var now = clock.instant();
        ownRecords.change(caseId, ownRecord -> new Added(flag, now, !ownRecord.see(flag, now)));
    }
}
