package org.candour.casework.progress;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.LocalDate;
import java.util.Optional;
import org.candour.access.CaseId;
import org.candour.casework.due.Due;
import org.candour.casework.due.DueDates;
import org.candour.casework.due.DueKind;
import org.candour.casework.due.DueSource;
import org.candour.ledger.Aggregates;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The days on which case teams will look again. */
@Repository
public class NextChecks implements DueSource {
    private final MongoOperations mongo;
    private final Aggregates aggregates;
    private final DueDates dueDates;

    NextChecks(MongoOperations mongo, Aggregates aggregates, DueDates dueDates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.dueDates = dueDates;
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

    /** The day that the victim was told is a task of the case team until another is set. */
    @Override
    public Optional<Due> dueIn(CaseId caseId) {
        return latest(caseId).map(check -> new Due(DueKind.NEXT_CHECK, check.id(), check.day()));
    }

    void add(NextCheck check) {
        aggregates.together(() -> {
            mongo.insert(check);
            dueDates.changed(new CaseId(check.caseId()), DueKind.NEXT_CHECK, Optional.of(check.day()), check.setAt());
        });
    }
}
