package org.candour.disclosure;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.NoSuchThing;
import org.candour.access.Purpose;
import org.candour.access.Standing;
import org.candour.access.Wall;
import org.candour.ledger.Aggregates;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/** The disclosures. */
@Repository
class Disclosures {
    private static final String[] SHOWN = {
        "caseId", "recipient", "stage", "preparedAt", "expiresAt", "counts", "awaitingReview", "approver", "version"
    };

    private final MongoOperations mongo;
    private final Aggregates aggregates;
    private final Wall wall;
    private final Clock clock;

    Disclosures(MongoOperations mongo, Aggregates aggregates, Wall wall, Clock clock) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.wall = wall;
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

    /** What is released to a body and not expired, newest first, but for cases in which a conflict of the actor stands. */
    List<DisclosureSummary> readableBy(BodyId body, Actor actor, Optional<DisclosureId> before, int limit) {
        var readable = where("recipient")
                .is(body.value())
                .and("stage")
                .is(Stage.RELEASED.name())
                .and("expiresAt")
                .gt(clock.instant());
        return page(readable, wall.hide("caseId", actor, body, Purpose.INVESTIGATION), before, limit);
    }

    /** What waits for approval, newest first, but for cases in which a conflict of the actor stands. */
    List<DisclosureSummary> proposed(Actor actor, Optional<DisclosureId> before, int limit) {
        return page(where("stage").is(Stage.PROPOSED.name()), wall.hide("caseId", actor), before, limit);
    }

    private List<DisclosureSummary> page(
            Criteria criteria, List<AggregationOperation> walled, Optional<DisclosureId> before, int limit) {
        before.ifPresent(id -> criteria.and("_id").lt(id.value()));
        var steps = new ArrayList<AggregationOperation>();
        steps.add(Aggregation.match(criteria));
        steps.add(Aggregation.project(SHOWN)); // nothing sealed is loaded
        steps.add(Aggregation.sort(Sort.Direction.DESC, "_id"));
        steps.addAll(walled);
        steps.add(Aggregation.limit(limit));
        var found = mongo.aggregate(
                Aggregation.newAggregation(steps), mongo.getCollectionName(Disclosure.class), Line.class);
        return found.getMappedResults().stream().map(Line::summary).toList();
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
