package org.candour.vault;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
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
import org.bson.UuidRepresentation;
import org.candour.ledger.Compartment;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultDbRefResolver;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** A real vault on a store and a directory of its own, for the tests of this room and of those above. */
public final class TestVault implements AutoCloseable {
    static final String PASSPHRASE = "a passphrase for tests";

    static final Set<Compartment> CASE = EnumSet.complementOf(EnumSet.of(Compartment.REDACTED_COPY));
    static final Set<Compartment> DISCLOSURE = EnumSet.of(Compartment.REDACTED_COPY);

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final MongoClient client;
    private final MongoClient applicationClient;
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
        applicationClient = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
        mongo = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, database));
        documents = new KeyDocuments(mongo);
        room = room(PASSPHRASE);
    }

    /** As {@link #TestVault(Path)} with the same keys as all vaults made so, which saves making them. */
    public static TestVault withKeys(Path directory) {
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

    /** Rotation as a process that has just started does it. */
    public KeyRotation rotation() {
        return new RoomRotation(room(PASSPHRASE), documents);
    }

    /** Destruction as a process that has just started does it. */
    public KeyDestruction destruction() {
        return new KeyDestruction(room(PASSPHRASE), documents);
    }

    /** A vault as a process that has just started has it. */
    public Vault restarted() {
        return new Vault(room(PASSPHRASE), documents);
    }

    /** The way back from a lost keystore. */
    public KeyEscrow escrow() {
        return new KeyEscrow(new VaultSettings(directory, PASSPHRASE, null), room(PASSPHRASE));
    }

    public void loseKeyStore() throws IOException {
        Files.delete(directory.resolve(FileRootKey.FILE));
    }

    public BlindIndex blindIndex() {
        return new BlindIndex(room);
    }

    /** The same store, with the conversions that the application has: for the aggregates of other rooms. */
    public MongoTemplate aggregates() {
        var factory = new SimpleMongoClientDatabaseFactory(applicationClient, database);
        var none = new StaticListableBeanFactory()
                .<Converter<?, ?>>getBeanProvider(ResolvableType.forClass(Converter.class));
        var conversions = new VaultConfiguration().mongoCustomConversions(none);
        var mapping = new MongoMappingContext();
        mapping.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        mapping.setAutoIndexCreation(true);
        mapping.afterPropertiesSet();
        var converter = new MappingMongoConverter(new DefaultDbRefResolver(factory), mapping);
        converter.setCustomConversions(conversions);
        converter.afterPropertiesSet();
        return new MongoTemplate(factory, converter);
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
        applicationClient.close();
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
