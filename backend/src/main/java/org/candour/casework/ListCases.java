package org.candour.casework;

import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseCursor;
import org.candour.access.CaseLists;
import org.candour.access.CasePage;
import org.candour.access.CaseQuery;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/**
 * Which cases there are: for an advocate those granted to them, for a commissioner all but those they are in conflict with, as
 * dates and states. Each case that is shown has it on its record, before it is shown.
 */
@UseCase
public class ListCases {
    private final Gate gate;
    private final CaseLists lists;

    ListCases(Gate gate, CaseLists lists) {
        this.gate = gate;
        this.lists = lists;
    }

    /** The cases granted to the actor. */
    public Listed granted(CaseQuery query, Actor actor) {
        gate.admit(actor, Act.LIST_GRANTED_CASES);
        return shown(lists.grantedTo(actor, query), Act.LIST_GRANTED_CASES, actor);
    }

    /** The cases in which no conflict of the actor stands. */
    public Listed forAssignment(CaseQuery query, Actor actor) {
        gate.admit(actor, Act.LIST_ASSIGNMENTS);
        return shown(lists.withoutConflict(actor, query), Act.LIST_ASSIGNMENTS, actor);
    }

    private Listed shown(CasePage page, Act list, Actor actor) {
        gate.shown(actor, list, page.ids());
        return new Listed(page.lines().stream().map(CaseSummary::of).toList(), page.next());
    }

    /**
     * A page of cases.
     *
     * @param next what to ask for to get the next one; empty on the last
     */
    public record Listed(List<CaseSummary> cases, Optional<CaseCursor> next) {}
}
