package org.candour.access;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candour.ledger.Aggregates;
import org.springframework.stereotype.Component;

/** For which organisations the advocates of a case act: what a victim may know of who works for them. */
@Component
public class CaseTeam {
    private final CaseRegister cases;
    private final Aggregates aggregates;
    private final Clock clock;

    CaseTeam(CaseRegister cases, Aggregates aggregates, Clock clock) {
        this.cases = cases;
        this.aggregates = aggregates;
        this.clock = clock;
    }

    /** The bodies of those who hold a live grant as advocates, each once, in the order of the grants; no pseudonym leaves. */
    public List<BodyId> advocatesBodies(CaseId id) {
        return cases.find(id).stream()
                .flatMap(access -> access.people().grants().stream())
                .filter(grant -> grant.role() == Role.ADVOCATE)
                .flatMap(grant -> liveHolder(grant).stream())
                .flatMap(holder -> holder.body().stream())
                .distinct()
                .toList();
    }

    private Optional<Actor> liveHolder(Grant grant) {
        return Stream.of(grant)
                .flatMap(one -> aggregates.find(StaffMember.class, one.grantee()).stream())
                .map(StaffMember::asActor)
                .filter(holder -> grant.isLive(holder, clock.instant()))
                .findFirst();
    }
}
