package org.candour.casework;

import java.util.List;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.ledger.Ledger;

/** A victim asks who opened, or tried to open, their file. */
@UseCase
public class ViewAccessLog {
    private final Gate gate;
    private final Ledger ledger;

    ViewAccessLog(Gate gate, Ledger ledger) {
        this.gate = gate;
        this.ledger = ledger;
    }

    /** The lines, newest first, at most {@code limit}, all from before ledger index {@code before}; refusals included. */
    public List<AccessLogEntry> view(CaseId caseId, long before, int limit, Actor actor) {
        gate.admit(actor, Act.VIEW_ACCESS_LOG, caseId);
        return ledger.entriesOf(caseId.value(), before, limit).stream()
                .map(AccessLogEntry::of)
                .toList();
    }
}
