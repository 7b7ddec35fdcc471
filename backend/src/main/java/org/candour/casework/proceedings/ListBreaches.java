package org.candour.casework.proceedings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.casework.timers.RuleBook;

/** The breach register: which time limits were missed, in all cases but those the commissioner is in conflict with. */
@UseCase
public class ListBreaches {
    private final Gate gate;
    private final ProceedingsRegister register;
    private final RuleBook rules;
    private final Clock clock;

    ListBreaches(Gate gate, ProceedingsRegister register, RuleBook rules, Clock clock) {
        this.gate = gate;
        this.register = register;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The cases in which something was missed, newest first, older than {@code before}.
     *
     * @return as many as are on a page of {@code size}, and one more if another page follows
     */
    public List<CaseBreaches> list(Optional<CaseId> before, int size, Actor actor) {
        gate.admit(actor, Act.LIST_BREACHES);
        var now = clock.instant();
        var oneMore = register.overdue(now, actor, before, size + 1);
        gate.shown(
                actor,
                Act.LIST_BREACHES,
                oneMore.stream().limit(size).map(late -> new CaseId(late.id())).toList());
        return oneMore.stream().map(late -> breaches(late, now)).toList();
    }

    private CaseBreaches breaches(ProceedingsRegister.Late late, Instant now) {
        return new CaseBreaches(
                late.id(),
                late.clock().read(now, rules).breaches().stream()
                        .map(CaseBreaches.Breach::of)
                        .toList());
    }
}
