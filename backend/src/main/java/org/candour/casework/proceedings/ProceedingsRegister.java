package org.candour.casework.proceedings;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Wall;
import org.candour.casework.VersionConflict;
import org.candour.casework.timers.RightsClock;
import org.candour.ledger.Aggregates;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.stereotype.Repository;

/** The proceedings of all cases. They are written for the first time when something is first told. */
@Repository
class ProceedingsRegister {
    private final MongoOperations mongo;
    private final Aggregates aggregates;
    private final Wall wall;
    private final TaskRules tasks;
    private final Clock clock;

    ProceedingsRegister(MongoOperations mongo, Aggregates aggregates, Wall wall, TaskRules tasks, Clock clock) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.wall = wall;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Those of a case that the gate has admitted to. */
    Proceedings of(CaseId id) {
        return aggregates.find(Proceedings.class, id.value()).orElseGet(() -> Proceedings.untold(id));
    }

    /**
     * Saves what was changed.
     *
     * @return the new version
     * @throws VersionConflict if somebody has saved them since they were loaded
     */
    long save(Proceedings proceedings) {
        proceedings.dueNext(tasks.nextDueOn(proceedings, clock.instant()));
        try {
            return (proceedings.isNew() ? mongo.insert(proceedings) : mongo.save(proceedings)).version();
        } catch (DuplicateKeyException | OptimisticLockingFailureException stale) {
            throw new VersionConflict(of(proceedings.id()).version());
        }
    }

    /** The clocks of cases in which something was overdue before now, newest first. */
    List<Late> overdue(Instant now, Actor actor, Optional<CaseId> before, int limit) {
        var overdue = where("clock.overdueFrom").lt(now);
        var steps = new ArrayList<AggregationOperation>();
        steps.add(Aggregation.match(
                before.map(id -> overdue.and("_id").lt(id.value())).orElse(overdue)));
        steps.add(Aggregation.project("clock"));
        steps.add(Aggregation.sort(Sort.Direction.DESC, "_id"));
        steps.addAll(wall.hide("_id", actor));
        steps.add(Aggregation.limit(limit));
        var found = mongo.aggregate(
                Aggregation.newAggregation(steps), mongo.getCollectionName(Proceedings.class), Late.class);
        return found.getMappedResults();
    }

    /** What the breach register needs. */
    record Late(UUID id, RightsClock clock) {}
}
