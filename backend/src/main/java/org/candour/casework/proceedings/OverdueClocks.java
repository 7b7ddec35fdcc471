package org.candour.casework.proceedings;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Wall;
import org.candour.casework.timers.RightsClock;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.stereotype.Repository;

/** The clocks of all cases in which something is overdue or was done late. */
@Repository
class OverdueClocks {
    private final MongoOperations mongo;
    private final Wall wall;

    OverdueClocks(MongoOperations mongo, Wall wall) {
        this.mongo = mongo;
        this.wall = wall;
    }

    /** Those overdue before now, newest case first, but for cases in which a conflict of the actor stands. */
    List<Overdue> page(Actor actor, Instant now, Optional<CaseId> before, int limit) {
        var overdue = where("clock.overdueFrom").lt(now);
        before.ifPresent(id -> overdue.and("_id").lt(id.value()));
        var steps = new ArrayList<AggregationOperation>();
        steps.add(Aggregation.match(overdue));
        steps.add(Aggregation.project("clock")); // nothing sealed is loaded
        steps.add(Aggregation.sort(Sort.Direction.DESC, "_id"));
        steps.addAll(wall.hide("_id", actor));
        steps.add(Aggregation.limit(limit));
        return mongo.aggregate(
                        Aggregation.newAggregation(steps), mongo.getCollectionName(Proceedings.class), Overdue.class)
                .getMappedResults();
    }

    /** What the breach register needs. */
    record Overdue(UUID id, RightsClock clock) {}
}
