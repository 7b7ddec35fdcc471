package org.candour.casework.proceedings;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.FullPage;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.casework.timers.RuleBook;

/** The breach register: which time limits were missed, in all cases but those the commissioner is in conflict with. */
@UseCase
public class ListBreaches {
    private final Gate gate;
    private final ProceedingsRegister register;
    private final CaseRegister cases;
    private final RuleBook rules;
    private final Clock clock;

    ListBreaches(Gate gate, ProceedingsRegister register, CaseRegister cases, RuleBook rules, Clock clock) {
        this.gate = gate;
        this.register = register;
        this.cases = cases;
        this.rules = rules;
        this.clock = clock;
    }

    /** The cases in which something was missed, newest first, at most {@code limit}, older than {@code before}. */
    public List<CaseBreaches> list(Optional<CaseId> before, int limit, Actor actor) {
        gate.admit(actor, Act.LIST_BREACHES);
        var now = clock.instant();
        return FullPage.of(
                before,
                limit,
                (from, size) -> register.overdue(now, from, size),
                late -> new CaseId(late.id()),
                lates -> withoutConflict(lates, actor).stream()
                        .map(late -> new CaseBreaches(
                                late.id(),
                                late.clock().breaches(now, rules).stream()
                                        .map(CaseBreaches.Breach::of)
                                        .toList()))
                        .toList());
    }

    private List<ProceedingsRegister.Late> withoutConflict(List<ProceedingsRegister.Late> lates, Actor actor) {
        var open = cases.withoutConflict(
                lates.stream().map(late -> new CaseId(late.id())).toList(), actor);
        return lates.stream()
                .filter(late -> open.contains(new CaseId(late.id())))
                .toList();
    }
}
