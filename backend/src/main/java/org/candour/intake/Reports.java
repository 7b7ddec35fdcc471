package org.candour.intake;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.Optional;
import org.candour.access.CaseId;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The reports. */
@Repository
class Reports {
    private final MongoOperations mongo;

    Reports(MongoOperations mongo) {
        this.mongo = mongo;
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
        return Optional.ofNullable(mongo.findById(id.value(), Report.class));
    }

    Optional<Report> findByIdempotencyToken(String token) {
        return Optional.ofNullable(
                mongo.findOne(Query.query(where("idempotencyToken").is(token)), Report.class));
    }

    /** Date and reference of these cases, newest first; nothing sealed is loaded. */
    List<ReportSummary> summaries(List<CaseId> ids) {
        var query = Query.query(where("_id").in(ids.stream().map(CaseId::value).toList()))
                .with(Sort.by(Sort.Direction.DESC, "_id"));
        query.fields().include("reference", "submittedAt");
        return mongo.query(Report.class).as(ReportSummary.class).matching(query).all();
    }

    List<Report> withFullOutbox(int limit) {
        return mongo.find(
                Query.query(where("isOutboxFull").is(true)).with(Sort.by("_id")).limit(limit), Report.class);
    }

    void emptyOutbox(Report report) {
        mongo.updateFirst(
                Query.query(where("_id").is(report.id())),
                new Update().set("outbox", List.of()).set("isOutboxFull", false),
                Report.class);
    }
}
