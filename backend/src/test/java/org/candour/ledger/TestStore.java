package org.candour.ledger;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A MongoDB-compatible server in memory, and a store on it. */
final class TestStore implements AutoCloseable {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final String address = server.bindAndGetConnectionString();
    private final MongoClient client = client(address);
    final MongoTemplate mongo = new MongoTemplate(client, "candour");
    final MongoLedgerStore store = new MongoLedgerStore(mongo);

    private static MongoClient client(String address) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(200, TimeUnit.MILLISECONDS))
                .build());
    }

    /** Flips one bit of a stored entry, behind the ledger's back. */
    void tamper(long index) {
        var ledger = mongo.getCollection("ledger");
        var document =
                Objects.requireNonNull(ledger.find(new Document("_id", index)).first(), "there is such an entry");
        var bytes = document.get("bytes", Binary.class).getData();
        bytes[bytes.length / 2] ^= 1;
        ledger.updateOne(new Document("_id", index), new Document("$set", new Document("bytes", new Binary(bytes))));
    }

    void stop() {
        server.shutdownNow();
    }

    @Override
    public void close() {
        client.close();
        server.shutdownNow();
    }
}
