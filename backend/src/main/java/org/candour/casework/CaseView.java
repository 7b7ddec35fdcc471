package org.candour.casework;

import java.util.List;
import java.util.UUID;
import org.candour.intake.ReportContent;

/**
 * A case, opened whole for its advocate.
 *
 * @param version for the next change
 */
public record CaseView(
        UUID id,
        String reference,
        Status status,
        List<StatusChange> history,
        ReportContent report,
        List<NoteView> notes,
        long version) {
    @Override
    public String toString() {
        return "CaseView[" + id + "]";
    }
}
