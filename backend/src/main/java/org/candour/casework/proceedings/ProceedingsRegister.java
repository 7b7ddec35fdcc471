package org.candour.casework.proceedings;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.CaseId;
import org.candour.casework.VersionConflict;
import org.candour.casework.timers.RightsClock;
import org.candour.ledger.Aggregates;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The proceedings of all cases. They are written for the first time when something is first told. */
@Repository
class ProceedingsRegister {
    private final MongoOperations mongo;
    private final Aggregates aggregates;

    ProceedingsRegister(MongoOperations mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
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
        try {
            return (proceedings.isNew() ? mongo.insert(proceedings) : mongo.save(proceedings)).version();
        } catch (DuplicateKeyException | OptimisticLockingFailureException stale) {
            throw new VersionConflict(of(proceedings.id()).version());
        }
    }

    /** The clocks of cases in which something was overdue before now, newest first. */
    List<Late> overdue(Instant now, Optional<CaseId> before, int limit) {
        var overdue = where("clock.overdueFrom").lt(now);
        var criteria = before.map(id -> overdue.and("_id").lt(id.value())).orElse(overdue);
        var query =
                Query.query(criteria).with(Sort.by(Sort.Direction.DESC, "_id")).limit(Math.max(limit, 1));
        query.fields().include("clock");
        return mongo.query(Proceedings.class).as(Late.class).matching(query).all();
    }

    /** What the breach register needs. */
    record Late(UUID id, RightsClock clock) {}
}
