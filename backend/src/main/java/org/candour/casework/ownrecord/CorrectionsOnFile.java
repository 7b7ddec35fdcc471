package org.candour.casework.ownrecord;

import java.util.List;
import org.candour.access.CaseId;
import org.candour.vault.Opening;
import org.springframework.stereotype.Component;

/** Lets whoever was admitted to a case's account read what the victim has added to it. */
@Component
public class CorrectionsOnFile {
    private final OwnRecords ownRecords;

    CorrectionsOnFile(OwnRecords ownRecords) {
        this.ownRecords = ownRecords;
    }

    /** The additions, oldest first, read with what the caller's receipt opens. */
    public List<CorrectionView> read(CaseId caseId, Opening opening) {
        return ownRecords.of(caseId).corrections().stream()
                .map(one -> new CorrectionView(
                        one.id(),
                        one.recordedAt(),
                        opening.read(Correction.field(one.id()), one.text()).text()))
                .toList();
    }
}
