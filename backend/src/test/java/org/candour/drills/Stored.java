package org.candour.drills;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.bson.RawBsonDocument;
import org.bson.UuidRepresentation;

/** What lies in the store, read without Candour, as raw bytes. */
final class Stored implements AutoCloseable {
    private final MongoClient client;
    private final MongoDatabase database;

    Stored(String uri) {
        client = MongoClients.create(uri);
        database = client.getDatabase(Objects.requireNonNull(new ConnectionString(uri).getDatabase()));
    }

    /** Every document of every collection. */
    Map<String, List<RawBsonDocument>> everything() {
        var all = new TreeMap<String, List<RawBsonDocument>>();
        for (var name : database.listCollectionNames()) {
            all.put(name, of(name));
        }
        return all;
    }

    /** Every document outside the ledger, whose entries of attempts stay whatever becomes of them. */
    Map<String, List<RawBsonDocument>> everythingButTheLedger() {
        var all = everything();
        all.keySet().removeIf(name -> name.startsWith("ledger"));
        return all;
    }

    List<RawBsonDocument> of(String collection) {
        return database.getCollection(collection, RawBsonDocument.class).find().into(new ArrayList<>());
    }

    long count(String collection) {
        return database.getCollection(collection).countDocuments();
    }

    /** The ids of the documents of one collection. */
    List<UUID> ids(String collection) {
        return of(collection).stream()
                .map(document -> document.getBinary("_id").asUuid(UuidRepresentation.STANDARD))
                .toList();
    }

    /** How many entries the newest checkpoint covers. */
    long lastCheckpoint() {
        return of("ledger_checkpoints").stream()
                .mapToLong(document -> document.getInt64("_id").getValue())
                .max()
                .orElse(0);
    }

    /** Waits until every report has been told to whoever opens case files. */
    void awaitEmptyOutboxes() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> database.getCollection("reports").countDocuments(Filters.eq("isOutboxFull", true)) == 0);
    }

    @Override
    public void close() {
        client.close();
    }
}
