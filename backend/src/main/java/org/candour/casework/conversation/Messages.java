package org.candour.casework.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.CaseId;
import org.candour.ledger.Aggregates;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The messages. */
@Repository
class Messages {
    private final MongoOperations mongo;
    private final Aggregates aggregates;

    Messages(MongoOperations mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
    }

    /**
     * Adds a message.
     *
     * @throws org.springframework.dao.DuplicateKeyException if its sender has used the same idempotency key in this case
     */
    void add(Message message) {
        mongo.insert(message);
    }

    /** A message of this very case. */
    Optional<Message> find(CaseId caseId, MessageId id) {
        return aggregates
                .find(Message.class, id.value())
                .filter(message -> message.caseId().equals(caseId.value()));
    }

    Optional<Message> findByIdempotencyToken(String token) {
        return aggregates.findFirst(
                Message.class, Query.query(where("idempotencyToken").is(token)));
    }

    /** Notes a reading; the first one stands, if two come at once. */
    void save(Message read) {
        try {
            mongo.save(read);
        } catch (OptimisticLockingFailureException readAlready) {
            // by somebody else of the same side
        }
    }

    /** The messages of a case, newest first, each compared with the ledger; found through an index of ids. */
    List<Message> page(CaseId caseId, Optional<MessageId> before, int limit) {
        var older = before.map(MessageId::value).map(id -> where("_id").lt(id)).orElseGet(Criteria::new);
        var query = Query.query(new Criteria().andOperator(where("caseId").is(caseId.value()), older))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(limit);
        query.fields().include("_id");
        return mongo.find(query, org.bson.Document.class, mongo.getCollectionName(Message.class)).stream()
                .map(document -> document.get("_id", UUID.class))
                .flatMap(id -> aggregates.find(Message.class, id).stream())
                .toList();
    }
}
