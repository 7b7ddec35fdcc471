package org.candour.casework.risk;

import org.candour.access.CaseId;
import org.candour.casework.VersionConflict;
import org.candour.ledger.Aggregates;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The risk records. */
@Repository
class RiskRecords {
    private final MongoOperations mongo;
    private final Aggregates aggregates;

    RiskRecords(MongoOperations mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
    }

    /** The record of a case that the gate has admitted to; an empty one if nobody has written to it. */
    RiskRecord get(CaseId id) {
        return aggregates.find(RiskRecord.class, id.value()).orElseGet(() -> RiskRecord.empty(id));
    }

    /**
     * Saves a changed one.
     *
     * @throws VersionConflict if somebody has saved it since it was loaded
     */
    RiskRecord save(RiskRecord risk) {
        try {
            return mongo.save(risk);
        } catch (OptimisticLockingFailureException | DuplicateKeyException stale) {
            throw new VersionConflict(get(risk.id()).version());
        }
    }
}
