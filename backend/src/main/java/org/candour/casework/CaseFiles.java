package org.candour.casework;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.intake.ReportSubmitted;
import org.candour.ledger.Aggregates;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The case files. */
@Repository
class CaseFiles {
    private final MongoOperations mongo;
    private final Aggregates aggregates;

    CaseFiles(MongoOperations mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
    }

    /** Opens the case file of a report; does nothing if it is open. */
    @EventListener
    void on(ReportSubmitted submitted) {
        try {
            mongo.insert(CaseFile.opened(submitted.caseId(), submitted.reference(), submitted.at()));
        } catch (DuplicateKeyException isOpen) {
            // an event may come twice
        }
    }

    Optional<CaseFile> find(CaseId id) {
        return aggregates.find(CaseFile.class, id.value());
    }

    /**
     * The file of a case that the gate has admitted to.
     *
     * @throws NoSuchThing if it is not open yet
     */
    CaseFile get(CaseId id) {
        return find(id).orElseThrow(NoSuchThing::new);
    }

    /**
     * Saves a changed file.
     *
     * @throws VersionConflict if somebody has saved it since it was loaded
     */
    CaseFile save(CaseFile file) {
        try {
            return mongo.save(file);
        } catch (OptimisticLockingFailureException stale) {
            throw new VersionConflict(get(file.id()).version());
        }
    }

    List<CaseSummary> summaries(List<CaseId> ids) {
        return summaries(where("_id").in(ids.stream().map(CaseId::value).toList()), ids.size());
    }

    List<CaseSummary> page(Optional<CaseId> before, int limit) {
        return summaries(
                before.map(CaseId::value).map(id -> where("_id").lt(id)).orElseGet(Criteria::new), limit);
    }

    private List<CaseSummary> summaries(Criteria criteria, int limit) {
        var query =
                Query.query(criteria).with(Sort.by(Sort.Direction.DESC, "_id")).limit(Math.max(limit, 1));
        query.fields().include("reference", "status", "history");
        return mongo.query(CaseFile.class).as(Line.class).matching(query).all().stream()
                .map(Line::summary)
                .toList();
    }

    /** What a list needs; notes are not even loaded. */
    private record Line(UUID id, String reference, Status status, List<StatusChange> history) {
        CaseSummary summary() {
            return new CaseSummary(
                    id, reference, status, history.get(history.size() - 1).at());
        }
    }
}
