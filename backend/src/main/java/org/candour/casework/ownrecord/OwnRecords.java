package org.candour.casework.ownrecord;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candour.access.CaseId;
import org.candour.ledger.Aggregates;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The own records. */
@Repository
class OwnRecords {
    private static final int MAX_ATTEMPTS = 20;

    private final MongoOperations mongo;
    private final Aggregates aggregates;

    OwnRecords(MongoOperations mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
    }

    /** The own record of a case; an empty one if nothing was added yet. */
    OwnRecord of(CaseId caseId) {
        return aggregates.find(OwnRecord.class, caseId.value()).orElseGet(() -> OwnRecord.empty(caseId));
    }

    /**
     * Changes one, anew if somebody else did so at the same moment.
     *
     * @param change what to do; an answer without a change saves nothing
     */
    <T> T change(CaseId caseId, Function<OwnRecord, Changed<T>> change) {
        for (int attempt = 1; ; attempt++) {
            var ownRecord = of(caseId);
            var changed = change.apply(ownRecord);
            if (!changed.isNew()) {
                return changed.answer();
            }
            try {
                mongo.save(ownRecord);
                return changed.answer();
            } catch (OptimisticLockingFailureException | DuplicateKeyException overtaken) {
                if (attempt == MAX_ATTEMPTS) {
                    throw overtaken;
                }
            }
        }
    }

    /** Cases that somebody should look at for this reason, newest first; nothing sealed is loaded. */
    List<FlaggedCase> flagged(FlagKind kind, Optional<CaseId> before, int limit) {
        var older = before.map(CaseId::value).map(id -> where("_id").lt(id)).orElseGet(Criteria::new);
        var query = Query.query(new Criteria().andOperator(where("flags.kind").is(kind), older))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(limit);
        query.fields().include("flags");
        return mongo.query(OwnRecord.class).as(Line.class).matching(query).all().stream()
                .map(line -> line.of(kind))
                .toList();
    }

    /** What a change came to, and whether there is anything to save. */
    record Changed<T>(T answer, boolean isNew) {}

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
