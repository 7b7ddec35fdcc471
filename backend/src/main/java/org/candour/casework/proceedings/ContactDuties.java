package org.candour.casework.proceedings;

import java.time.Clock;
import org.candour.access.CaseId;
import org.candour.casework.VersionConflict;
import org.candour.casework.timers.RuleBook;
import org.springframework.stereotype.Component;

/** The contact that others agreed with the victim, which waits while the victim does not take part (DOMAIN 2.5). */
@Component
public class ContactDuties {
    private static final int MAX_ATTEMPTS = 20;

    private final ProceedingsRegister register;
    private final RuleBook rules;
    private final Clock clock;

    ContactDuties(ProceedingsRegister register, RuleBook rules, Clock clock) {
        this.register = register;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Has agreed contact wait, or go on, anew if somebody else changed the proceedings at the same moment; from a caller who was
     * admitted to the case. What is as it should be is not written.
     */
    public void follow(CaseId caseId, boolean isTakingPart) {
        for (int attempt = 1; ; attempt++) {
            var proceedings = register.of(caseId);
            var before = proceedings.clock();
            var now = clock.instant();
            proceedings.judge(rightsClock ->
                    isTakingPart ? rightsClock.resumeContact(rules, now) : rightsClock.waiveContact(rules, now));
            if (proceedings.clock().equals(before)) {
                return;
            }
            try {
                register.save(proceedings);
                return;
            } catch (VersionConflict overtaken) {
                if (attempt == MAX_ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }
}
