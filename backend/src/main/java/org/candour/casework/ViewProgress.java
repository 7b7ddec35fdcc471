package org.candour.casework;

import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.intake.ReadReport;

/** A victim asks how their case goes. */
@UseCase
public class ViewProgress {
    private final Gate gate;
    private final CaseFiles files;
    private final ReadReport readReport;

    ViewProgress(Gate gate, CaseFiles files, ReadReport readReport) {
        this.gate = gate;
        this.files = files;
        this.readReport = readReport;
    }

    /** Where the actor's own case stands. */
    public Progress view(CaseId caseId, Actor actor) {
        gate.admit(actor, Act.VIEW_PROGRESS, caseId);
        return files.find(caseId).map(Progress::of).orElseGet(() -> received(caseId));
    }

    /** The report is in and its case file not open yet: the outbox is on its way. */
    private Progress received(CaseId caseId) {
        var report = readReport.summary(caseId).orElseThrow(NoSuchThing::new);
        return Progress.of(CaseFile.opened(caseId, report.reference(), report.submittedAt()));
    }
}
