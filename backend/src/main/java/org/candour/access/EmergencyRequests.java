package org.candour.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.candour.ledger.Aggregates;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The requests for emergency access. */
@Repository
class EmergencyRequests {
    private final MongoOperations mongo;
    private final Aggregates aggregates;
    private final Clock clock;

    EmergencyRequests(MongoOperations mongo, Aggregates aggregates, Clock clock) {
        this.mongo = mongo;
        this.aggregates = aggregates;
        this.clock = clock;
    }

    void add(EmergencyRequest request) {
        mongo.insert(request);
    }

    /** What the gate must know of it; empty if there is none. */
    Optional<Standing> standing(EmergencyRequestId id) {
        return find(id).map(EmergencyRequest::standing);
    }

    private Optional<EmergencyRequest> find(EmergencyRequestId id) {
        return aggregates.find(EmergencyRequest.class, id.value());
    }

    /**
     * A request that the gate has admitted to.
     *
     * @throws NoSuchThing if it is gone since
     */
    EmergencyRequest get(EmergencyRequestId id) {
        return find(id).orElseThrow(NoSuchThing::new);
    }

    /**
     * Saves it.
     *
     * @throws EmergencyClosed if somebody else has decided since it was loaded
     */
    void save(EmergencyRequest request) {
        try {
            mongo.save(request);
        } catch (OptimisticLockingFailureException decided) {
            throw new EmergencyClosed(get(request.id()).stage(clock.instant()));
        }
    }

    /** All requests on one case, each checked against the ledger: whoever holds the database cannot hold entries back. */
    List<EmergencyRequest> on(CaseId caseId) {
        var query = Query.query(where("caseId").is(caseId.value()));
        query.fields().include("_id");
        return mongo.find(query, Document.class, "emergency_requests").stream()
                .map(document -> new EmergencyRequestId(document.get("_id", UUID.class)))
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** What waits for a decision, newest first; nothing sealed is loaded. */
    List<EmergencySummary> waiting(Optional<EmergencyRequestId> before, int limit) {
        return page(where("stage").is(EmergencyStage.WAITING).and("decideBy").gt(clock.instant()), before, limit);
    }

    /** What somebody has asked for, however it stands, newest first; nothing sealed is loaded. */
    List<EmergencySummary> askedBy(ActorId requester, Optional<EmergencyRequestId> before, int limit) {
        return page(where("requester").is(requester.value()), before, limit);
    }

    private List<EmergencySummary> page(Criteria which, Optional<EmergencyRequestId> before, int limit) {
        var older = before.map(EmergencyRequestId::value)
                .map(id -> where("_id").lt(id))
                .orElseGet(Criteria::new);
        var query = Query.query(new Criteria().andOperator(which, older))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(limit);
        query.fields()
                .include("caseId", "requester", "body", "askedAt", "minutes", "decideBy", "stage", "until", "endedAt");
        var now = clock.instant();
        return mongo.query(EmergencyRequest.class).as(Line.class).matching(query).all().stream()
                .map(line -> line.summary(now))
                .toList();
    }

    private record Line(
            UUID id,
            UUID caseId,
            String requester,
            String body,
            Instant askedAt,
            int minutes,
            Instant decideBy,
            EmergencyStage stage,
            @Nullable Instant until,
            @Nullable Instant endedAt) {
        EmergencySummary summary(Instant now) {
            var stands = stage.by(now, decideBy, until);
            return new EmergencySummary(
                    id, caseId, requester, body, askedAt, minutes, decideBy, stands, until, endedAt);
        }

        @Override
        public String toString() {
            return "Line[" + id + "]";
        }
    }
}
