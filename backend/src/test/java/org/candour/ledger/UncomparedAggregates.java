package org.candour.ledger;

import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** Loads what is stored as it is and records no write, for measuring what comparing and recording cost. */
public final class UncomparedAggregates extends Aggregates {
    private final MongoTemplate mongo;

    UncomparedAggregates(MongoTemplate mongo, Ledger ledger, LedgerParts parts, Alarms alarms) {
        super(mongo, ledger, parts, alarms);
        this.mongo = mongo;
    }

    @Override
    public <T> Optional<T> find(Class<T> type, Object id) {
        return Optional.ofNullable(mongo.findById(id, type));
    }

    @Override
    public <T> Optional<T> findFirst(Class<T> type, Query query) {
        return Optional.ofNullable(mongo.findOne(query, type));
    }

    @Override
    boolean isCurrent(Class<?> type, Document document) {
        return true;
    }

    @Override
    void announce(Object entity, Document document) {
        // nobody asks for it
    }

    @Override
    void confirm(Object entity, Document document) {
        // nobody asks for it
    }
}
