package org.candour.casework.ownrecord;

import org.candour.access.CaseId;
import org.springframework.stereotype.Component;

/** Whether victims take part, for callers who were admitted to the case. */
@Component
public class Participations {
    private final OwnRecords ownRecords;

    Participations(OwnRecords ownRecords) {
        this.ownRecords = ownRecords;
    }

    /** Whether the victim takes part now. */
    public Participation of(CaseId caseId) {
        return ownRecords.of(caseId).participation();
    }
}
