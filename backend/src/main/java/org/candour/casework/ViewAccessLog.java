package org.candour.casework;

import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.FullPage;
import org.candour.access.Gate;
import org.candour.access.HeldBackEntries;
import org.candour.access.UseCase;
import org.candour.ledger.Ledger;
import org.candour.ledger.Recorded;

/** A victim asks who opened, or tried to open, their file. */
@UseCase
public class ViewAccessLog {
    private final Gate gate;
    private final Ledger ledger;
    private final HeldBackEntries heldBack;

    ViewAccessLog(Gate gate, Ledger ledger, HeldBackEntries heldBack) {
        this.gate = gate;
        this.ledger = ledger;
        this.heldBack = heldBack;
    }

    /**
     * The lines, newest first, at most {@code limit}, all from before ledger index {@code before}; refusals included. What was
     * done under an emergency access that is held back for the victim's safety comes when that time is over.
     */
    public List<AccessLogEntry> view(CaseId caseId, long before, int limit, Actor actor) {
        gate.admit(actor, Act.VIEW_ACCESS_LOG, caseId);
        var mayBeShown = heldBack.mayBeShown(caseId);
        return FullPage.of(
                Optional.of(before),
                limit,
                (from, most) -> ledger.entriesOf(caseId.value(), from.orElse(before), most),
                Recorded::index,
                entries -> entries.stream()
                        .filter(mayBeShown)
                        .map(AccessLogEntry::of)
                        .toList());
    }
}
