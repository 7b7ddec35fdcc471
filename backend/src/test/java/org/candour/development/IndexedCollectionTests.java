package org.candour.development;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two stores are given the same documents, one with indexes and one that reads everything, and must give the same answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexedCollectionTests {
    private static final List<Document> INDEXES = List.of(
            new Document("colour", 1).append("_id", -1),
            new Document("parts.kind", 1).append("_id", -1),
            new Document("due", 1).append("_id", 1),
            new Document("colour", 1).append("due", -1).append("_id", 1));

    private final EmbeddedStore indexed = EmbeddedStore.inMemory();
    private final MongoServer plain = new MongoServer(new H2Backend(new MVStore.Builder().open()));
    private final List<MongoClient> clients = new ArrayList<>();

    @BeforeAll
    void connect() {
        clients.add(MongoClients.create(indexed.uri("test")));
        clients.add(MongoClients.create(plain.bindAndGetConnectionString()));
    }

    @AfterAll
    void close() {
        clients.forEach(MongoClient::close);
        plain.shutdownNow();
        indexed.close();
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void indexChangesNoAnswer(int seed) {
        var random = new Random(seed);
        var collections = clients.stream()
                .map(client -> client.getDatabase("test").getCollection("things" + seed))
                .toList();
        INDEXES.forEach(index -> collections.get(0).createIndex(index));
        change(collections, random);

        for (int i = 0; i < 60; i++) {
            var query = query(random);
            var sort = sort(random);
            int limit = random.nextInt(4) * 5;
            int skip = random.nextInt(3);
            var answers = collections.stream()
                    .map(collection -> collection
                            .find(query)
                            .sort(sort)
                            .skip(skip)
                            .limit(limit)
                            .into(new ArrayList<>()))
                    .toList();
            assertThat(answers.get(0)).as("%s sorted by %s", query, sort).isEqualTo(answers.get(1));
        }
    }

    /** Inserts, replaces and deletes alike in both. */
    private static void change(List<MongoCollection<Document>> collections, Random random) {
        for (int i = 0; i < 150; i++) {
            int id = random.nextInt(80);
            var thing = thing(id, random);
            boolean isGone = random.nextInt(5) == 0;
            for (var collection : collections) {
                if (isGone) {
                    collection.deleteOne(eq("_id", id));
                } else if (collection.countDocuments(eq("_id", id)) == 0) {
                    collection.insertOne(new Document(thing));
                } else {
                    collection.replaceOne(eq("_id", id), new Document(thing));
                }
            }
        }
    }

    private static Document thing(int id, Random random) {
        var thing = new Document("_id", id);
        if (random.nextInt(6) > 0) {
            thing.append("colour", colour(random));
        }
        if (random.nextInt(4) > 0) {
            thing.append("due", random.nextInt(6) == 0 ? null : (Object) (long) random.nextInt(10));
        }
        var parts = IntStream.range(0, random.nextInt(4))
                .mapToObj(part -> new Document("kind", random.nextInt(5)).append("size", random.nextInt(3)))
                .toList();
        return random.nextInt(5) == 0 ? thing : thing.append("parts", parts);
    }

    private static String colour(Random random) {
        return List.of("red", "green", "blue").get(random.nextInt(3));
    }

    private static Bson query(Random random) {
        var all = new ArrayList<Bson>();
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(condition(random));
        }
        return all.isEmpty() ? new Document() : all.size() == 1 ? all.get(0) : and(all);
    }

    private static Bson condition(Random random) {
        return switch (random.nextInt(13)) {
            case 0, 1 -> eq("colour", colour(random));
            case 2 -> in("colour", colour(random), colour(random));
            case 3 -> ne("colour", colour(random));
            case 4 -> eq("colour", null);
            case 5 -> gt("due", random.nextInt(10));
            case 6 -> lte("due", random.nextInt(10));
            case 7 -> eq("parts.kind", random.nextInt(5));
            case 8 -> elemMatch("parts", and(eq("kind", random.nextInt(5)), lt("size", random.nextInt(3))));
            case 9 -> lt("_id", random.nextInt(80));
            case 10 -> gte("_id", random.nextInt(80));
            case 11 -> in("_id", random.nextInt(80), random.nextInt(80));
            default -> gt("parts.kind", random.nextInt(5));
        };
    }

    /** The id last, so that only one order is right. */
    private static Document sort(Random random) {
        int direction = random.nextBoolean() ? 1 : -1;
        return switch (random.nextInt(4)) {
            case 0 -> new Document("due", direction).append("_id", direction);
            case 1 -> new Document("due", direction).append("_id", -direction);
            case 2 -> new Document("colour", direction).append("_id", 1);
            default -> new Document("_id", direction);
        };
    }
}
