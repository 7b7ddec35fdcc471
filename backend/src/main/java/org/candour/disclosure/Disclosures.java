package org.candour.disclosure;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.BodyId;
import org.candour.access.NoSuchThing;
import org.candour.access.Standing;
import org.candour.ledger.Aggregates;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The disclosures. */
@Repository
class Disclosures {
    private final MongoOperations mongo;
    private final Aggregates aggregates;
    private final Clock clock;

    Disclosures(MongoOperations mongo, Aggregates aggregates, Clock clock) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.clock = clock;
    }

    /** What the gate must know of it; empty if there is none. */
    Optional<Standing> standing(DisclosureId id) {
        return find(id).map(disclosure -> disclosure.standing(clock.instant()));
    }

    private Optional<Disclosure> find(DisclosureId id) {
        return aggregates.find(Disclosure.class, id.value());
    }

    /**
     * A disclosure that the gate has admitted to.
     *
     * @throws NoSuchThing if it is gone since
     */
    Disclosure get(DisclosureId id) {
        return find(id).orElseThrow(NoSuchThing::new);
    }

    /**
     * Saves it.
     *
     * @throws DisclosureChanged if somebody has saved it since it was loaded
     */
    Disclosure save(Disclosure disclosure) {
        try {
            return mongo.save(disclosure);
        } catch (OptimisticLockingFailureException stale) {
            throw new DisclosureChanged(get(disclosure.id()).version());
        }
    }

    /** What is released to a body and not expired, newest first. */
    List<DisclosureSummary> readableBy(BodyId body, Optional<DisclosureId> before, int limit) {
        return page(
                where("recipient")
                        .is(body.value())
                        .and("stage")
                        .is(Stage.RELEASED)
                        .and("expiresAt")
                        .gt(clock.instant()),
                before,
                limit);
    }

    /** What waits for approval, newest first. */
    List<DisclosureSummary> proposed(Optional<DisclosureId> before, int limit) {
        return page(where("stage").is(Stage.PROPOSED), before, limit);
    }

    private List<DisclosureSummary> page(Criteria criteria, Optional<DisclosureId> before, int limit) {
        var older =
                before.map(DisclosureId::value).map(id -> where("_id").lt(id)).orElseGet(Criteria::new);
        var query = Query.query(new Criteria().andOperator(criteria, older))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(limit);
        query.fields()
                .include(
                        "caseId",
                        "recipient",
                        "stage",
                        "preparedAt",
                        "expiresAt",
                        "counts",
                        "awaitingReview",
                        "approver",
                        "version");
        return mongo.query(Disclosure.class).as(Line.class).matching(query).all().stream()
                .map(Line::summary)
                .toList();
    }

    /** What a list needs; nothing sealed is loaded. */
    private record Line(
            UUID id,
            UUID caseId,
            String recipient,
            Stage stage,
            Instant preparedAt,
            @Nullable Instant expiresAt,
            Map<String, Integer> counts,
            int awaitingReview,
            @Nullable String approver,
            long version) {
        DisclosureSummary summary() {
            return new DisclosureSummary(
                    id,
                    caseId,
                    recipient,
                    stage,
                    preparedAt,
                    expiresAt,
                    counts,
                    awaitingReview,
                    approver != null,
                    version);
        }
    }
}
