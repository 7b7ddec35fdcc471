package org.candour.intake;

import org.candour.access.CaseId;

/**
 * What a victim gets back.
 *
 * @param caseId for the client's next calls
 * @param reference for the person
 * @param receipt a signed note: the hash of what was sent and its place on the ledger
 * @param isRepeat this submission was already in; nothing new was stored
 */
public record Submitted(CaseId caseId, String reference, String receipt, boolean isRepeat) {
    /** Without the receipt: its salt is the victim's. */
    @Override
    public String toString() {
        return "Submitted[" + caseId + "]";
    }
}
