package org.candour.casework.progress;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.LocalDate;
import java.util.Optional;
import org.candour.access.CaseId;
import org.candour.ledger.Aggregates;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The days on which case teams will look again. */
@Repository
public class NextChecks {
    private final MongoOperations mongo;
    private final Aggregates aggregates;

    NextChecks(MongoOperations mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
    }

    /** The day that holds for a case now, from a caller who was admitted to it; it may be past. Empty if none was set. */
    public Optional<LocalDate> dayOf(CaseId caseId) {
        return latest(caseId).map(NextCheck::day);
    }

    Optional<NextCheck> latest(CaseId caseId) {
        return aggregates.findFirst(
                NextCheck.class,
                Query.query(where("caseId").is(caseId.value())).with(Sort.by(Sort.Direction.DESC, "_id")));
    }

    void add(NextCheck check) {
        mongo.insert(check);
    }
}
