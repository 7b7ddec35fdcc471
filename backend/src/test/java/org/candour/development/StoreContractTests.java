package org.candour.development;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What Candour asks of any store; the embedded one and a real MongoDB must both give it. */
class StoreContractTests {
    private static final int DUPLICATE_KEY = 11000;

    private final String uri = RealServices.freshDatabase();
    private MongoClient client;
    private MongoCollection<Document> things;

    @BeforeEach
    void connect() {
        client = MongoClients.create(uri);
        things = client.getDatabase(database())
                .getCollection("things")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    @AfterEach
    void drop() {
        client.getDatabase(database()).drop();
        client.close();
    }

    private String database() {
        return String.valueOf(new ConnectionString(uri).getDatabase());
    }

    @Test
    void aMajorityWriteWithJournalIsAcknowledgedAndReadBackByMajority() {
        var written = things.insertOne(new Document("_id", 1).append("sealed", new Binary(new byte[] {0, -1, 2})));

        assertThat(written.wasAcknowledged()).isTrue();
        assertThat(things.find().first().get("sealed", Binary.class).getData()).containsExactly(0, -1, 2);
    }

    @Test
    void aSecondDocumentOfTheSameIdIsRefusedAndTheFirstStays() {
        things.insertOne(new Document("_id", 1).append("by", "first"));

        assertThatThrownBy(() -> things.insertOne(new Document("_id", 1).append("by", "second")))
                .isInstanceOfSatisfying(
                        MongoWriteException.class, e -> assertThat(e.getCode()).isEqualTo(DUPLICATE_KEY));
        assertThat(things.find()).extracting(found -> found.getString("by")).containsExactly("first");
    }

    @Test
    void ofManyWhoInsertTheSameIdAtOnceExactlyOneWins() throws Exception {
        var outcomes = atOnce(40, number -> () -> {
            try {
                things.insertOne(new Document("_id", number / 8).append("by", number));
                return true;
            } catch (MongoWriteException e) {
                return false;
            }
        });

        assertThat(outcomes).filteredOn(won -> won).hasSize(5);
        assertThat(things.countDocuments()).isEqualTo(5);
    }

    @Test
    void anOrderedInsertOfManyStopsAtTheDuplicateAndSaysWhere() {
        things.insertOne(new Document("_id", 2));
        var batch =
                IntStream.range(0, 5).mapToObj(id -> new Document("_id", id)).toList();

        assertThatThrownBy(() -> things.insertMany(batch, new InsertManyOptions().ordered(true)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteErrors()).hasSize(1);
                    assertThat(e.getWriteErrors().get(0).getIndex()).isEqualTo(2);
                    assertThat(e.getWriteErrors().get(0).getCode()).isEqualTo(DUPLICATE_KEY);
                });
        assertThat(things.find().sort(Sorts.ascending("_id")))
                .extracting(found -> found.getInteger("_id"))
                .containsExactly(0, 1, 2);
    }

    @Test
    void aUniqueIndexRefusesTheSecondAndKeepsTheFirst() {
        things.createIndex(Indexes.ascending("reference"), new IndexOptions().unique(true));
        things.insertOne(new Document("_id", 1).append("reference", "A"));

        assertThatThrownBy(() -> things.insertOne(new Document("_id", 2).append("reference", "A")))
                .isInstanceOf(MongoWriteException.class);
        assertThat(things.countDocuments()).isEqualTo(1);
    }

    @Test
    void aUniqueIndexOverTwoFieldsRefusesOnlyTheSamePair() {
        things.createIndex(Indexes.ascending("owner", "key"), new IndexOptions().unique(true));
        things.insertOne(new Document("owner", "a").append("key", 1));
        things.insertOne(new Document("owner", "b").append("key", 1));

        assertThatThrownBy(() -> things.insertOne(new Document("owner", "a").append("key", 1)))
                .isInstanceOf(MongoWriteException.class);
        assertThat(things.countDocuments()).isEqualTo(2);
    }

    @Test
    void aSparseUniqueIndexLetsPassWhatLacksTheField() {
        things.createIndex(
                Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
        things.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
        things.insertOne(new Document("_id", 3).append("key", "k"));

        assertThatThrownBy(() -> things.insertOne(new Document("_id", 4).append("key", "k")))
                .isInstanceOf(MongoWriteException.class);
        assertThat(things.countDocuments()).isEqualTo(3);
    }

    @Test
    void findAndModifyCountsEveryCallOnce() throws Exception {
        things.insertOne(new Document("_id", "counter").append("value", 0));

        var seen = atOnce(
                100,
                number -> () -> things.findOneAndUpdate(
                                Filters.eq("_id", "counter"),
                                Updates.inc("value", 1),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER))
                        .getInteger("value"));

        assertThat(seen).doesNotHaveDuplicates().hasSize(100);
        assertThat(seen.stream().max(naturalOrder())).contains(100);
    }

    @Test
    void aStaleVersionIsRefusedAndNothingChanges() {
        var template = new MongoTemplate(client, database());
        template.insert(new Versioned("1", null, "first"));
        var mine = template.findAll(Versioned.class).get(0);
        var theirs = template.findAll(Versioned.class).get(0);
        template.save(new Versioned("1", theirs.version(), "theirs"));

        assertThatThrownBy(() -> template.save(new Versioned("1", mine.version(), "mine")))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(template.findAll(Versioned.class).get(0).text()).isEqualTo("theirs");
    }

    @Test
    void ofManyWhoSaveTheSameVersionAtOnceExactlyOneWins() throws Exception {
        var template = new MongoTemplate(client, database());
        var saved = template.insert(new Versioned("1", null, "first"));

        var outcomes = atOnce(16, number -> () -> {
            try {
                template.save(new Versioned("1", saved.version(), "by " + number));
                return true;
            } catch (OptimisticLockingFailureException e) {
                return false;
            }
        });

        assertThat(outcomes).filteredOn(won -> won).hasSize(1);
    }

    @Test
    void itGreetsAsAHealthCheckAsks() {
        var greeting = client.getDatabase(database()).runCommand(new Document("hello", 1));

        assertThat(greeting.getBoolean("isWritablePrimary")).isTrue();
        assertThat(greeting.getInteger("maxWireVersion")).isPositive();
    }

    private static <T> List<T> atOnce(int calls, IntFunction<Callable<T>> call) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var results = new ArrayList<T>();
            for (Future<T> result :
                    threads.invokeAll(IntStream.range(0, calls).mapToObj(call).toList())) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    record Versioned(@Id String id, @Version @Nullable Long version, String text) {}
}
