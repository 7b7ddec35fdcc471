package org.candour.intake;

import java.util.List;
import java.util.Optional;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.vault.Opening;
import org.springframework.stereotype.Component;

/** Lets a room that was admitted to a case read the report it began with. */
@Component
public class ReadReport {
    private final Reports reports;

    ReadReport(Reports reports) {
        this.reports = reports;
    }

    /** Reference and date of a report, from a caller who was admitted to its case. */
    public Optional<ReportSummary> summary(CaseId caseId) {
        return reports.summaries(List.of(caseId)).stream().findFirst();
    }

    /**
     * Reads the whole report with what the caller's receipt opens.
     *
     * @throws NoSuchThing if there is no such report
     */
    public ReportContent read(CaseId caseId, Opening opening) {
        var report = get(caseId);
        return new ReportContent(
                opening.read(ReportFields.IDENTITY, report.identity()),
                opening.read(ReportFields.ACCOUNT, report.account()),
                opening.read(ReportFields.ACCUSED, report.accused()));
    }

    /**
     * Reads what happened and who is accused, with what the caller's receipt opens.
     *
     * @throws NoSuchThing if there is no such report
     */
    public ReportWithoutIdentity withoutIdentity(CaseId caseId, Opening opening) {
        var report = get(caseId);
        return new ReportWithoutIdentity(
                opening.read(ReportFields.ACCOUNT, report.account()),
                opening.read(ReportFields.ACCUSED, report.accused()));
    }

    /**
     * Reads who reports and how they may safely be reached, with what the caller's receipt opens.
     *
     * @throws NoSuchThing if there is no such report
     */
    public Identity identity(CaseId caseId, Opening opening) {
        return opening.read(ReportFields.IDENTITY, get(caseId).identity());
    }

    private Report get(CaseId caseId) {
        return reports.find(caseId).orElseThrow(NoSuchThing::new);
    }
}
