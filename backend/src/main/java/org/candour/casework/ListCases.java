package org.candour.casework;

import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.FullPage;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** Which cases there are: for an advocate those granted to them, for a commissioner all but those they are in conflict with, as dates and states. */
@UseCase
public class ListCases {
    private final Gate gate;
    private final CaseRegister cases;
    private final CaseFiles files;

    ListCases(Gate gate, CaseRegister cases, CaseFiles files) {
        this.gate = gate;
        this.cases = cases;
        this.files = files;
    }

    /** The cases granted to the actor, newest first, at most {@code limit}, older than {@code before}. */
    public List<CaseSummary> granted(Optional<CaseId> before, int limit, Actor actor) {
        gate.admit(actor, Act.LIST_GRANTED_CASES);
        return files.summaries(cases.grantedTo(actor, before, limit));
    }

    /** The cases in which no conflict of the actor stands, newest first, at most {@code limit}, older than {@code before}. */
    public List<CaseSummary> forAssignment(Optional<CaseId> before, int limit, Actor actor) {
        gate.admit(actor, Act.LIST_ASSIGNMENTS);
        return FullPage.of(
                before,
                limit,
                files::page,
                summary -> new CaseId(summary.id()),
                summaries -> withoutConflict(summaries, actor));
    }

    private List<CaseSummary> withoutConflict(List<CaseSummary> summaries, Actor actor) {
        var open = cases.withoutConflict(
                summaries.stream().map(summary -> new CaseId(summary.id())).toList(), actor);
        return summaries.stream()
                .filter(summary -> open.contains(new CaseId(summary.id())))
                .toList();
    }
}
