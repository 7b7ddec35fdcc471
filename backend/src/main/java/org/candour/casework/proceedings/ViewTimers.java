package org.candour.casework.proceedings;

import java.time.Clock;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.casework.timers.HappeningView;
import org.candour.casework.timers.RuleBook;

/** What is owed in a case, by whom and by when, and what was missed. */
@UseCase
public class ViewTimers {
    private final Gate gate;
    private final ProceedingsRegister register;
    private final RuleBook rules;
    private final Clock clock;

    ViewTimers(Gate gate, ProceedingsRegister register, RuleBook rules, Clock clock) {
        this.gate = gate;
        this.register = register;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * All timers of the case as they stand now, in the order of their start, and what happened.
     *
     * @throws NoSuchThing if there is no such case, or none for the actor
     */
    public CaseTimers view(CaseId caseId, Actor actor) {
        gate.admit(actor, Act.VIEW_TIMERS, caseId);
        var proceedings = register.of(caseId);
        var rightsClock = proceedings.clock();
        return new CaseTimers(
                proceedings.version(),
                rightsClock.tier(),
                rightsClock.read(clock.instant(), rules).timers(),
                rightsClock.happenings().stream().map(HappeningView::of).toList());
    }
}
