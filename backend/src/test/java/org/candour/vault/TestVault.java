package org.candour.vault;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.candour.ledger.Compartment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

/** A real vault on a store and a directory of its own, for the tests of this room and of those above. */
public final class TestVault implements AutoCloseable {
    static final String PASSPHRASE = "a passphrase for tests";

    static final Set<Compartment> CASE = EnumSet.complementOf(EnumSet.of(Compartment.REDACTED_COPY));
    static final Set<Compartment> DISCLOSURE = EnumSet.of(Compartment.REDACTED_COPY);

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client;
    private final String database = "vault-" + UUID.randomUUID();
    private final Path directory;
    final MongoTemplate mongo;
    final KeyDocuments documents;
    final String uri;
    private final KeyRoom room;

    /** On an empty directory, or one that holds the keys of an earlier vault. */
    public TestVault(Path directory) {
        this.directory = directory;
        var address = server.bind();
        var chosen = System.getenv("CANDOUR_TEST_MONGODB_URI");
        uri = chosen != null ? chosen : "mongodb://127.0.0.1:" + address.getPort();
        client = MongoClients.create(uri);
        mongo = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, database));
        documents = new KeyDocuments(mongo);
        room = room(PASSPHRASE);
    }

    /** As {@link #TestVault(Path)} with the same keys as all vaults made so, which saves making them. */
    static TestVault withKeys(Path directory) {
        try (var files = Files.list(Template.DIRECTORY)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
            return new TestVault(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Vault vault() {
        return new Vault(room, documents);
    }

    public Sealer sealer() {
        return new Sealer(room, documents);
    }

    public BlindIndex blindIndex() {
        return new BlindIndex(room);
    }

    KeyRoom room() {
        return room;
    }

    /** A room as a process of its own would have it. */
    KeyRoom room(String passphrase) {
        var settings = new VaultSettings(directory, passphrase, null);
        return VaultConfiguration.assemble(settings, documents, Clock.systemUTC());
    }

    MongoCollection<Document> keys() {
        return mongo.getCollection(KeyDocuments.COLLECTION);
    }

    String database() {
        return database;
    }

    @Override
    public void close() {
        mongo.getDb().drop();
        client.close();
        server.shutdownNow();
    }

    private static final class Template {
        static final Path DIRECTORY = make();

        private static Path make() {
            try {
                var directory = Files.createTempDirectory("candour-test-keys");
                directory.toFile().deleteOnExit();
                try (var vault = new TestVault(directory)) {
                    vault.room().keys().close();
                }
                return directory;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
