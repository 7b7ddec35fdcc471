package org.candour.casework.proceedings;

import org.candour.access.CaseId;
import org.candour.casework.VersionConflict;
import org.candour.ledger.Aggregates;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
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
}
