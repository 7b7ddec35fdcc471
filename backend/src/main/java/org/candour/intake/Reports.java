package org.candour.intake;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.candour.access.CaseId;
import org.candour.ledger.Aggregates;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The reports. */
@Repository
class Reports {
    private final MongoOperations mongo;
    private final Aggregates aggregates;

    Reports(MongoOperations mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
    }

    /**
     * Adds a report.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the same person has used the same idempotency key
     */
    void add(Report report) {
        mongo.insert(report);
    }

    Optional<Report> find(CaseId id) {
        return aggregates.find(Report.class, id.value());
    }

    Optional<Report> findByIdempotencyToken(String token) {
        return aggregates.findFirst(
                Report.class, Query.query(where("idempotencyToken").is(token)));
    }

    /** Date and reference of these cases, newest first; nothing sealed is loaded. */
    List<ReportSummary> summaries(List<CaseId> ids) {
        var query = Query.query(where("_id").in(ids.stream().map(CaseId::value).toList()))
                .with(Sort.by(Sort.Direction.DESC, "_id"));
        query.fields().include("reference", "submittedAt");
        return mongo.query(Report.class).as(ReportSummary.class).matching(query).all();
    }

    /** Which reports have something in their outbox, the oldest first. */
    List<CaseId> withFullOutbox(int limit) {
        var query =
                Query.query(where("isOutboxFull").is(true)).with(Sort.by("_id")).limit(limit);
        query.fields().include("_id");
        return mongo.find(query, Document.class, mongo.getCollectionName(Report.class)).stream()
                .map(document -> new CaseId(document.get("_id", UUID.class)))
                .toList();
    }

    void emptyOutbox(Report report) {
        try {
            mongo.save(report.withEmptyOutbox());
        } catch (OptimisticLockingFailureException emptied) {
            // by another instance
        }
    }
}
