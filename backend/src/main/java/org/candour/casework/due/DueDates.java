package org.candour.casework.due;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.springframework.stereotype.Component;

/** The days on which something is due, as lists of cases filter and sort by them. */
@Component
public class DueDates {
    private final CaseRegister cases;

    DueDates(CaseRegister cases) {
        this.cases = cases;
    }

    /**
     * Has lists show the day; call it after the write that it follows from. If a crash keeps it from the lists, the next change of
     * the case's proceedings makes it good; the tasks of the case are right all the same. Of a closed case lists show none.
     *
     * @param day empty if nothing of the kind is to be done any more
     * @param at now
     */
    public void changed(CaseId caseId, DueKind kind, Optional<LocalDate> day, Instant at) {
        cases.describe(
                caseId, facts -> facts.due(kind.name(), DueInCase.isWorkOver(facts) ? Optional.empty() : day, at));
    }
}
