package org.candour.casework;

import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** Which cases there are: for an advocate those granted to them, for a commissioner all, as dates and states. */
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

    /** All cases, newest first, at most {@code limit}, older than {@code before}. */
    public List<CaseSummary> forAssignment(Optional<CaseId> before, int limit, Actor actor) {
        gate.admit(actor, Act.LIST_ASSIGNMENTS);
        return files.page(before, limit);
    }
}
