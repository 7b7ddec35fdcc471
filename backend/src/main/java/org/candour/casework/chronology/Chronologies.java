package org.candour.casework.chronology;

import org.candour.access.CaseId;
import org.candour.casework.VersionConflict;
import org.candour.ledger.Aggregates;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The chronologies. */
@Repository
class Chronologies {
    private final MongoOperations mongo;
    private final Aggregates aggregates;

    Chronologies(MongoOperations mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
    }

    /** The chronology of a case that the gate has admitted to; an empty one if nobody has written to it. */
    Chronology get(CaseId id) {
        return aggregates.find(Chronology.class, id.value()).orElseGet(() -> Chronology.empty(id));
    }

    /**
     * Saves a changed one.
     *
     * @throws VersionConflict if somebody has saved it since it was loaded
     */
    Chronology save(Chronology chronology) {
        try {
            return mongo.save(chronology);
        } catch (OptimisticLockingFailureException | DuplicateKeyException stale) {
            throw new VersionConflict(get(chronology.id()).version());
        }
    }
}
