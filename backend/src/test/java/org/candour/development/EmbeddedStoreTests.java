package org.candour.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTests {
    @TempDir
    Path folder;

    @Test
    void whatWasWrittenAndItsUniqueIndexSurviveARestart() {
        try (var store = EmbeddedStore.keptIn(folder);
                var client = MongoClients.create(store.uri("candour"))) {
            things(client).createIndex(Indexes.ascending("reference"), new IndexOptions().unique(true));
            things(client).insertOne(new Document("_id", 1).append("reference", "A"));
        }

        try (var store = EmbeddedStore.keptIn(folder);
                var client = MongoClients.create(store.uri("candour"))) {
            assertThat(things(client).find()).containsExactly(new Document("_id", 1).append("reference", "A"));
            assertThatThrownBy(() -> things(client).insertOne(new Document("_id", 2).append("reference", "A")))
                    .isInstanceOf(MongoWriteException.class);
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesTheKillingOfTheProcess() throws Exception {
        var process = startStore();
        var uri = firstLineOf(process);
        int acknowledged = 0;
        try (var client = MongoClients.create(uri)) {
            for (; acknowledged < 200; acknowledged++) {
                things(client).insertOne(new Document("_id", acknowledged));
            }
            process.destroyForcibly().waitFor();
        }

        try (var store = EmbeddedStore.keptIn(folder);
                var client = MongoClients.create(store.uri("candour"))) {
            assertThat(things(client).countDocuments()).isEqualTo(acknowledged);
        }
    }

    @Test
    void theStoreInMemoryForgets() {
        try (var store = EmbeddedStore.inMemory();
                var client = MongoClients.create(store.uri("candour"))) {
            things(client).insertOne(new Document("_id", 1));
        }

        try (var store = EmbeddedStore.inMemory();
                var client = MongoClients.create(store.uri("candour"))) {
            assertThat(things(client).countDocuments()).isZero();
        }
    }

    @Test
    void aClosedStoreRefusesConnections() {
        var store = EmbeddedStore.inMemory();
        store.close();

        try (var client = MongoClients.create(store.uri("candour") + "?serverSelectionTimeoutMS=200")) {
            assertThatThrownBy(() -> things(client).countDocuments()).isInstanceOf(MongoException.class);
        }
    }

    @Test
    void oneProcessAtATimeOpensTheFolder() {
        try (var store = EmbeddedStore.keptIn(folder)) {
            assertThat(store.uri("candour")).startsWith("mongodb://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedStore.keptIn(folder)).hasMessageContaining("locked");
        }
    }

    /** A limit to know of, where MongoDB would let the second one pass: use sparse indexes instead. */
    @Test
    void aPartialIndexIsTakenForAFullOne() {
        try (var store = EmbeddedStore.inMemory();
                var client = MongoClients.create(store.uri("candour"))) {
            things(client)
                    .createIndex(
                            Indexes.ascending("key"),
                            new IndexOptions().unique(true).partialFilterExpression(Filters.eq("state", "OPEN")));
            things(client).insertOne(new Document("key", "k").append("state", "CLOSED"));

            assertThatThrownBy(() -> things(client).insertOne(new Document("key", "k").append("state", "CLOSED")))
                    .isInstanceOf(MongoWriteException.class);
        }
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("candour")
                .getCollection("things")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    private Process startStore() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledStore.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Its standard output also carries the log, which is not asked for. */
    private static String firstLineOf(Process process) throws IOException {
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            return lines.lines()
                    .filter(line -> line.startsWith("mongodb://"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A process that holds a store until it is killed. */
    static final class KilledStore {
        private KilledStore() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println(EmbeddedStore.keptIn(Path.of(arguments[0])).uri("candour"));
            TimeUnit.DAYS.sleep(1);
        }
    }
}
