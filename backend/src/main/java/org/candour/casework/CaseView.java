package org.candour.casework;

import java.util.List;
import java.util.UUID;
import org.candour.intake.ReportWithoutIdentity;

/**
 * A case, opened for its advocate: all but who the victim is, which {@link ViewIdentity} gives.
 *
 * @param version for the next change
 */
public record CaseView(
        UUID id,
        String reference,
        Status status,
        List<StatusChange> history,
        ReportWithoutIdentity report,
        List<NoteView> notes,
        long version) {
    @Override
    public String toString() {
        return "CaseView[" + id + "]";
    }
}
