package org.candour.access;

import java.time.Clock;
import java.util.function.Predicate;
import org.candour.ledger.Recorded;
import org.springframework.stereotype.Component;

/** Which entries about a case its victim does not see yet, because they would not be safe. */
@Component
public class HeldBackEntries {
    private final EmergencyRequests requests;
    private final Clock clock;

    HeldBackEntries(EmergencyRequests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    /** Tells, for one answer to a victim who was admitted, which entries may be in it now. The others come later. */
    public Predicate<Recorded> mayBeShown(CaseId caseId) {
        var now = clock.instant();
        var onCase = requests.on(caseId);
        return recorded -> onCase.stream().noneMatch(request -> request.holdsBack(recorded, now));
    }
}
