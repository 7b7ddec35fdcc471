package org.candour.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * To whom a victim has agreed that their case may be shown, and for what. It lies with who may come near a case, so that one
 * write decides, and the gate's next decision knows of it. At most one consent holds for a recipient and a purpose.
 */
@Component
public class Consents {
    private final CaseRegister cases;
    private final MongoOperations mongo;
    private final Clock clock;

    Consents(CaseRegister cases, MongoOperations mongo, Clock clock) {
        this.cases = cases;
        this.mongo = mongo;
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

    /** Those of the cases in which one holds now, for lists that show what the gate would admit to. */
    public Set<CaseId> live(Collection<CaseId> ids, BodyId recipient, Purpose purpose) {
        var now = clock.instant();
        var holds = where("recipient.value")
                .is(recipient.value())
                .and("purpose")
                .is(purpose)
                .and("from")
                .lte(now)
                .and("until")
                .gt(now)
                .and("withdrawnAt")
                .is(null);
        var query = new Query(new Criteria()
                .andOperator(
                        where("_id").in(ids.stream().map(CaseId::value).toList()),
                        where("consents").elemMatch(holds)));
        query.fields().include("_id");
        return mongo.find(query, org.bson.Document.class, "case_access").stream()
                .map(document -> new CaseId(document.get("_id", UUID.class)))
                .collect(Collectors.toSet());
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
