package org.candour.casework.proceedings;

import java.time.Clock;
import java.util.List;
import org.candour.access.CaseId;
import org.candour.casework.timers.Expectation;
import org.candour.casework.timers.RuleBook;
import org.springframework.stereotype.Component;

/** What a victim may expect, for callers who were admitted to the case. */
@Component
public class ExpectationsOnFile {
    private final ProceedingsRegister register;
    private final RuleBook rules;
    private final Clock clock;

    ExpectationsOnFile(ProceedingsRegister register, RuleBook rules, Clock clock) {
        this.register = register;
        this.rules = rules;
        this.clock = clock;
    }

    /** What is owed to the victim and what they may ask for, as it stands, the soonest first. */
    List<Expectation> all(CaseId caseId) {
        return register.of(caseId).clock().read(clock.instant(), rules).forVictim();
    }

    /** What of it is still to come; nothing that was missed. */
    public List<Expectation> next(CaseId caseId) {
        return register.of(caseId).clock().read(clock.instant(), rules).nextForVictim();
    }
}
