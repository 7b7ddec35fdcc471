package org.candour.intake;

import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.FullPage;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** A victim asks which reports they have handed in. */
@UseCase
public class ListOwnReports {
    private final Gate gate;
    private final CaseRegister cases;
    private final Reports reports;

    ListOwnReports(Gate gate, CaseRegister cases, Reports reports) {
        this.gate = gate;
        this.cases = cases;
        this.reports = reports;
    }

    /** The actor's reports, newest first, at most {@code limit}, older than {@code before}. */
    public List<ReportSummary> list(Optional<CaseId> before, int limit, Actor actor) {
        gate.admit(actor, Act.LIST_OWN_REPORTS);
        // A submission that was cut off leaves a case without a report, which must not shorten the list.
        return FullPage.of(
                before, limit, (from, most) -> cases.ownedBy(actor, from, most), id -> id, reports::summaries);
    }
}
