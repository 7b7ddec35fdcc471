package org.candour.casework.risk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.CaseId;
import org.candour.casework.VersionConflict;
import org.candour.casework.due.Due;
import org.candour.casework.due.DueDates;
import org.candour.casework.due.DueKind;
import org.candour.casework.due.DueSource;
import org.candour.ledger.Aggregates;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The risk records. A review that is due is a task of the advocate, which an assessment settles and nothing else. */
@Repository
class RiskRecords implements DueSource {
    private final MongoOperations mongo;
    private final Aggregates aggregates;
    private final DueDates dueDates;

    RiskRecords(MongoOperations mongo, Aggregates aggregates, DueDates dueDates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.dueDates = dueDates;
    }

    @Override
    public Optional<Due> dueIn(CaseId caseId) {
        return get(caseId)
                .review()
                .map(review -> new Due(DueKind.RISK_REVIEW, UUID.fromString(review.askedBy()), review.dueOn()));
    }

    /** The record of a case that the gate has admitted to; an empty one if nobody has written to it. */
    RiskRecord get(CaseId id) {
        return aggregates.find(RiskRecord.class, id.value()).orElseGet(() -> RiskRecord.empty(id));
    }

    /**
     * Saves a changed one, and with it the day of the next review, for the lists of cases.
     *
     * @param at now
     * @return its new version
     * @throws VersionConflict if somebody has saved it since it was loaded
     */
    long save(RiskRecord risk, Instant at) {
        try {
            aggregates.together(() -> {
                mongo.save(risk);
                dueDates.changed(risk.id(), DueKind.RISK_REVIEW, risk.reviewDueOn(), at);
            });
            return risk.version();
        } catch (OptimisticLockingFailureException | DuplicateKeyException stale) {
            throw new VersionConflict(get(risk.id()).version());
        }
    }
}
