package org.candour.rights;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Consents;
import org.candour.access.Gate;
import org.candour.access.UseCase;

/** A victim or an advocate looks at what was agreed to, now and before. */
@UseCase
public class ViewConsents {
    private final Gate gate;
    private final Consents consents;
    private final Clock clock;

    ViewConsents(Gate gate, Consents consents, Clock clock) {
        this.gate = gate;
        this.consents = consents;
        this.clock = clock;
    }

    /** The consents of a case, newest first, at most {@code limit}, from after {@code before}; those that ended included. */
    public List<ConsentView> view(CaseId caseId, Optional<UUID> before, int limit, Actor actor) {
        gate.admit(actor, Act.VIEW_CONSENTS, caseId);
        var now = clock.instant();
        var newestFirst = new ArrayList<>(consents.of(caseId));
        Collections.reverse(newestFirst);
        var from = before.map(id -> newestFirst.stream()
                        .dropWhile(consent -> !consent.id().equals(id))
                        .skip(1))
                .orElseGet(newestFirst::stream);
        return from.limit(limit).map(consent -> ConsentView.of(consent, now)).toList();
    }
}
