package org.candour.casework.ownrecord;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.CaseId;
import org.candour.casework.due.Due;
import org.candour.casework.due.DueDates;
import org.candour.casework.due.DueKind;
import org.candour.casework.due.DueSource;
import org.candour.intake.ReadReport;
import org.candour.intake.ReportSubmitted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a victim must be asked again how they may safely be reached (DOMAIN section 6: it expires and must be re-asked). */
@Component
class SafeContactLapse implements DueSource {
    private final OwnRecords ownRecords;
    private final ReadReport readReport;
    private final SafeContactTerm term;
    private final DueDates dueDates;

    SafeContactLapse(OwnRecords ownRecords, ReadReport readReport, SafeContactTerm term, DueDates dueDates) {
        this.ownRecords = ownRecords;
        this.readReport = readReport;
        this.term = term;
        this.dueDates = dueDates;
    }

    @Override
    public Optional<Due> dueIn(CaseId caseId) {
        var ownRecord = ownRecords.of(caseId);
        return ownRecord
                .safeContact()
                .map(SafeContactVersion::confirmedOn)
                .or(() -> readReport.summary(caseId).map(report -> term.dayOf(report.submittedAt())))
                .map(confirmedOn -> new Due(
                        DueKind.SAFE_CONTACT,
                        about(caseId, ownRecord.safeContactVersion()),
                        term.expiresOn(confirmedOn)));
    }

    /** What the report said counts from the day it came. */
    @EventListener
    void on(ReportSubmitted submitted) {
        told(submitted.caseId(), submitted.at());
    }

    /** Has lists show the day that follows from what is on record now. */
    void told(CaseId caseId, Instant at) {
        Optional<LocalDate> day = dueIn(caseId).map(Due::dueOn);
        dueDates.changed(caseId, DueKind.SAFE_CONTACT, day, at);
    }

    private static UUID about(CaseId caseId, long version) {
        return UUID.nameUUIDFromBytes(("safe-contact/" + caseId + "/" + version).getBytes(StandardCharsets.UTF_8));
    }
}
