package org.candour.casework.proceedings;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Wall;
import org.candour.casework.VersionConflict;
import org.candour.casework.due.DueKind;
import org.candour.casework.timers.RightsClock;
import org.candour.ledger.Aggregates;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The proceedings of all cases. They are written for the first time when something is first told. */
@Repository
class ProceedingsRegister {
    /** Which of the days of a case, as lists know them, is that of its proceedings. */
    static final String PART = "PROCEEDINGS";

    private final MongoOperations mongo;
    private final Aggregates aggregates;
    private final Wall wall;
    private final CaseRegister cases;
    private final TaskRules tasks;
    private final Clock clock;

    ProceedingsRegister(
            MongoOperations mongo, Aggregates aggregates, Wall wall, CaseRegister cases, TaskRules tasks, Clock clock) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.wall = wall;
        this.cases = cases;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Those of a case that the gate has admitted to. */
    Proceedings of(CaseId id) {
        return aggregates.find(Proceedings.class, id.value()).orElseGet(() -> Proceedings.untold(id));
    }

    /**
     * Saves what was changed, and with it the next day on which something is due, for the lists of cases.
     *
     * @return the new version
     * @throws VersionConflict if somebody has saved them since they were loaded
     */
    long save(Proceedings proceedings) {
        proceedings.dueNext(tasks.nextDueOn(proceedings, clock.instant()));
        try {
            aggregates.together(() -> describe(write(proceedings)));
            return proceedings.version();
        } catch (DuplicateKeyException | OptimisticLockingFailureException stale) {
            throw new VersionConflict(of(proceedings.id()).version());
        }
    }

    private Proceedings write(Proceedings proceedings) {
        return proceedings.isNew() ? mongo.insert(proceedings) : mongo.save(proceedings);
    }

    /** Has the lists show what saved proceedings say. */
    void describe(Proceedings saved) {
        var now = clock.instant();
        var elsewhere = tasks.dueElsewhere(saved, now);
        cases.describe(saved.id(), facts -> {
            var described = facts.due(PART, saved.nextDueOn(), now);
            for (var kind : DueKind.values()) {
                described = described.due(kind.name(), Optional.ofNullable(elsewhere.get(kind)), now);
            }
            return described;
        });
    }

    /** A page of all by their ids, in ascending order, as far as lists show them: for {@link DescribeDueAgain}. */
    List<Due> lines(Optional<CaseId> after, int limit) {
        var query = Query.query(after.map(id -> where("_id").gt(id.value())).orElseGet(Criteria::new))
                .with(Sort.by("_id"))
                .limit(limit);
        query.fields().include("nextDueOn");
        return mongo.query(Proceedings.class).as(Due.class).matching(query).all();
    }

    /** What a comparison with the lists needs. */
    record Due(UUID id, @Nullable LocalDate nextDueOn) {
        @Override
        public String toString() {
            return "Due[" + id + "]";
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
