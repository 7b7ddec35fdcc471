package org.candour.custody;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.candour.access.NoSuchThing;
import org.candour.ledger.Aggregates;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The custodians' orders: few, and kept for ever. */
@Repository
class Orders {
    private final MongoOperations mongo;
    private final Aggregates aggregates;

    Orders(MongoOperations mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
    }

    /** @throws NoSuchThing if there is none */
    Order get(OrderId id) {
        return aggregates.find(Order.class, id.value()).orElseThrow(NoSuchThing::new);
    }

    /** @throws org.springframework.dao.OptimisticLockingFailureException if somebody has saved it since it was loaded */
    Order save(Order order) {
        return mongo.save(order);
    }

    /** The newest rotations. */
    List<OrderSummary> rotations(int limit) {
        return find(where("group").exists(true), Sort.Direction.DESC, limit).stream()
                .map(Order::summary)
                .toList();
    }

    /** What the service has to work on, oldest first. */
    List<Order> running(int limit) {
        var running = Arrays.stream(Stage.values()).filter(Stage::isRunning).toList();
        return find(where("stage").in(running), Sort.Direction.ASC, limit);
    }

    /** An order that somebody wrote into the database is not what the ledger says, and nothing is carried out. */
    private List<Order> find(Criteria criteria, Sort.Direction direction, int limit) {
        var query = Query.query(criteria).with(Sort.by(direction, "_id")).limit(limit);
        query.fields().include("_id");
        return mongo.find(query, Document.class, mongo.getCollectionName(Order.class)).stream()
                .flatMap(found -> aggregates.find(Order.class, found.get("_id", UUID.class)).stream())
                .toList();
    }
}
