package org.candour.access;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * To whom a victim has agreed that their case may be shown, and for what. It lies with who may come near a case, so that one
 * write decides, and the gate's next decision knows of it. At most one consent holds for a recipient and a purpose.
 */
@Component
public class Consents {
    private final CaseRegister cases;
    private final Clock clock;

    Consents(CaseRegister cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /** All that were ever given in a case, oldest first. */
    public List<Consent> of(CaseId id) {
        return cases.find(id).map(CaseAccess::consents).orElse(List.of());
    }

    /** Whether one holds now. */
    public boolean isLive(CaseId id, BodyId recipient, Purpose purpose) {
        return cases.find(id)
                .filter(access -> access.hasConsent(recipient, purpose, clock.instant()))
                .isPresent();
    }

    /**
     * Enters one, in the place of any that holds for the same recipient and purpose.
     *
     * @throws NoSuchThing if there is no such case
     */
    public void give(CaseId id, Consent consent) {
        cases.change(id, access -> access.with(consent));
    }

    /**
     * Ends one, and any other that holds for the same recipient and purpose, from now on. Ending it again changes nothing.
     *
     * @throws NoSuchThing if there is no such case, or none such in it
     */
    public void withdraw(CaseId id, UUID consent) {
        cases.change(id, access -> access.withdrawing(consent, clock.instant()));
    }
}
