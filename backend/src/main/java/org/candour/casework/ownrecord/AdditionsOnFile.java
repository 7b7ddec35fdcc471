package org.candour.casework.ownrecord;

import java.util.List;
import org.candour.access.CaseId;
import org.candour.vault.Opening;
import org.springframework.stereotype.Component;

/** Lets whoever was admitted to a case read what the victim has added to their report. */
@Component
public class AdditionsOnFile {
    private final OwnRecords ownRecords;

    AdditionsOnFile(OwnRecords ownRecords) {
        this.ownRecords = ownRecords;
    }

    /** Additions to the account, oldest first, read with what the caller's receipt opens. */
    public List<CorrectionView> corrections(CaseId caseId, Opening opening) {
        return ownRecords.of(caseId).corrections().stream()
                .map(one -> new CorrectionView(
                        one.id(),
                        one.recordedAt(),
                        opening.read(Correction.field(one.id()), one.text()).text()))
                .toList();
    }

    /** Every way to reach the victim that was ever on record after the report, those no longer used among them. */
    public List<SafeChannel> channels(CaseId caseId, Opening opening) {
        return ownRecords.of(caseId).safeContacts().stream()
                .flatMap(version ->
                        opening
                                .read(SafeContactVersion.field(version.number()), version.channels())
                                .channels()
                                .stream())
                .toList();
    }

    /** How often the victim has added to the account or said how to reach them: two equal counts, the same additions. */
    public int count(CaseId caseId) {
        var ownRecord = ownRecords.of(caseId);
        return ownRecord.corrections().size() + ownRecord.safeContacts().size();
    }
}
