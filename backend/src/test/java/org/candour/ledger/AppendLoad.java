package org.candour.ledger;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.InsertManyOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.bson.types.Binary;
import org.candour.benchmarks.Row;
import org.candour.benchmarks.StoreProcess;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * How many entries a second 64 writers put on the ledger, each waiting until its own is durable, against one thread that puts
 * the same documents into the same store in batches of 256, with the same write concern and without hash, tree or key.
 */
public final class AppendLoad {
    private static final int WRITERS = 64;
    private static final int BATCH = 256;
    private static final int ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(6);
    private static final double SHARE = 0.5;
    private static final double TIMES_OF_P99 = 5;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private long next;

    public AppendLoad(Path folder) {
        this.folder = folder.resolve("appends");
    }

    /** Operations, and how long each took. */
    private record Result(double perSecond, double p99Millis) {
        static Result of(List<Long> nanos, int entriesEach, long elapsedNanos) {
            nanos.sort(null);
            return new Result(
                    nanos.size() * (double) entriesEach * 1e9 / elapsedNanos,
                    nanos.get((int) (nanos.size() * 0.99)) / 1e6);
        }
    }

    /** Both in turn, so that both meet the same machine; the best round of each. */
    public List<Row> measure() throws Exception {
        try (var store = StoreProcess.start(folder);
                var client = MongoClients.create(store.address());
                var parts = parts(client)) {
            var ledger = new Ledger(parts);
            bare(client, WARM_UP);
            ledger(ledger, WARM_UP);
            var bare = new ArrayList<Result>();
            var whole = new ArrayList<Result>();
            for (int round = 0; round < ROUNDS; round++) {
                bare.add(bare(client, MEASURED));
                whole.add(ledger(ledger, MEASURED));
            }
            return rows(median(bare), median(whole));
        }
    }

    private static Result median(List<Result> results) {
        return results.stream()
                .sorted((one, two) -> Double.compare(one.perSecond(), two.perSecond()))
                .skip(results.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static List<Row> rows(Result bare, Result ledger) {
        var rates = String.format(Locale.ROOT, "%,.0f/s to %,.0f/s", ledger.perSecond(), bare.perSecond());
        var tails = String.format(Locale.ROOT, "%.1f ms to %.1f ms", ledger.p99Millis(), bare.p99Millis());
        return List.of(
                Row.atLeast(
                        "ledger appends by 64 writers, against bare batched inserts",
                        rates,
                        ledger.perSecond() / bare.perSecond(),
                        SHARE,
                        " of them"),
                Row.atMost(
                        "p99 of such an append, against that of a bare batch",
                        tails,
                        ledger.p99Millis() / bare.p99Millis(),
                        TIMES_OF_P99,
                        " times"));
    }

    private Result bare(MongoClient client, Duration time) {
        var collection = client.getDatabase("bench")
                .getCollection("bare")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        var nanos = new ArrayList<Long>();
        long began = System.nanoTime();
        while (System.nanoTime() - began < time.toNanos()) {
            long start = System.nanoTime();
            var documents = new ArrayList<Document>(BATCH);
            for (int i = 0; i < BATCH; i++) {
                documents.add(document(next++));
            }
            collection.insertMany(documents, new InsertManyOptions().ordered(true));
            nanos.add(System.nanoTime() - start);
        }
        return Result.of(nanos, BATCH, System.nanoTime() - began);
    }

    /** As the ledger stores an entry of the usual length. */
    private Document document(long index) {
        var bytes = new byte[440];
        random.nextBytes(bytes);
        return new Document("_id", index)
                .append("bytes", new Binary(bytes))
                .append("caseId", UUID.randomUUID().toString());
    }

    private static Result ledger(Ledger ledger, Duration time) throws Exception {
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            long began = System.nanoTime();
            var writers = new ArrayList<Callable<List<Long>>>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(() -> appendUntil(ledger, began + time.toNanos()));
            }
            var nanos = new ArrayList<Long>();
            for (var writer : threads.invokeAll(writers)) {
                nanos.addAll(writer.get());
            }
            return Result.of(nanos, 1, System.nanoTime() - began);
        } finally {
            threads.shutdown();
        }
    }

    private static List<Long> appendUntil(Ledger ledger, long end) {
        var nanos = new ArrayList<Long>();
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            ledger.append(TestEntries.admitted(UUID.randomUUID(), "SUPPORT"));
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    private LedgerParts parts(MongoClient client) {
        var store = new MongoLedgerStore(new MongoTemplate(client, "bench"));
        return LedgerParts.start(TestLedgers.settings(folder), store, Clock.systemUTC());
    }
}
