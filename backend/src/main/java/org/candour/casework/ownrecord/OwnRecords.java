package org.candour.casework.ownrecord;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Wall;
import org.candour.ledger.Aggregates;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.stereotype.Repository;

/** The own records. */
@Repository
class OwnRecords {
    private static final int MAX_ATTEMPTS = 20;

    private final MongoOperations mongo;
    private final Aggregates aggregates;
    private final Wall wall;

    OwnRecords(MongoOperations mongo, Aggregates aggregates, Wall wall) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.wall = wall;
    }

    /** The own record of a case; an empty one if nothing was added yet. */
    OwnRecord of(CaseId caseId) {
        return aggregates.find(OwnRecord.class, caseId.value()).orElseGet(() -> OwnRecord.empty(caseId));
    }

    /**
     * Changes one, anew if somebody else did so at the same moment.
     *
     * @param change what to do; what turns out to be there already is not saved again
     */
    Added change(CaseId caseId, Function<OwnRecord, Added> change) {
        for (int attempt = 1; ; attempt++) {
            var ownRecord = of(caseId);
            var added = change.apply(ownRecord);
            if (added.isRepeat()) {
                return added;
            }
            try {
                mongo.save(ownRecord);
                return added;
            } catch (OptimisticLockingFailureException | DuplicateKeyException overtaken) {
                if (attempt == MAX_ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    /** Cases that somebody should look at for this reason, newest first, but for those in which a conflict of the actor stands. */
    List<FlaggedCase> flagged(FlagKind kind, Actor actor, Optional<CaseId> before, int limit) {
        var flagged = where("flags.kind").is(kind.name());
        before.ifPresent(id -> flagged.and("_id").lt(id.value()));
        var steps = new ArrayList<AggregationOperation>();
        steps.add(Aggregation.match(flagged));
        steps.add(Aggregation.project("flags")); // nothing sealed is loaded
        steps.add(Aggregation.sort(Sort.Direction.DESC, "_id"));
        steps.addAll(wall.hide("_id", actor));
        steps.add(Aggregation.limit(limit));
        var found = mongo.aggregate(
                Aggregation.newAggregation(steps), mongo.getCollectionName(OwnRecord.class), Line.class);
        return found.getMappedResults().stream().map(line -> line.of(kind)).toList();
    }

    /** What a list needs. */
    private record Line(UUID id, List<Flag> flags) {
        FlaggedCase of(FlagKind kind) {
            return new FlaggedCase(
                    id,
                    flags.stream()
                            .filter(flag -> flag.kind() == kind)
                            .map(FlagView::of)
                            .toList());
        }
    }
}
