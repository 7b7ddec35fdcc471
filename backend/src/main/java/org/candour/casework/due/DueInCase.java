package org.candour.casework.due;

import java.util.List;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Facts;
import org.candour.casework.Status;
import org.springframework.stereotype.Component;

/**
 * What the parts of casework know of that is to be done in one case. It is what the team has promised itself, and ends with its work:
 * a closed case has nothing of it, and all of it again once it is taken up again. What others owe the victim runs on.
 */
@Component
public class DueInCase {
    private final List<DueSource> sources;
    private final CaseRegister cases;

    /** @param sources all of them */
    public DueInCase(List<DueSource> sources, CaseRegister cases) {
        this.sources = List.copyOf(sources);
        this.cases = cases;
    }

    /** Everything that is to be done in a case that the caller was admitted to, past days included. */
    public List<Due> in(CaseId id) {
        var facts = cases.factsOf(List.of(id)).getOrDefault(id, Facts.NONE);
        return isWorkOver(facts)
                ? List.of()
                : sources.stream().flatMap(source -> source.dueIn(id).stream()).toList();
    }

    static boolean isWorkOver(Facts facts) {
        return Status.CLOSED.name().equals(facts.status());
    }
}
