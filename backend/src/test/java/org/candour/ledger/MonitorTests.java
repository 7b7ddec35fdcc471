package org.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitorTests {
    private static final int SIZE = 2_300;

    @TempDir
    Path directory;

    private final Alarms alarms = new Alarms();
    private TestStore store;
    private LedgerParts parts;
    private Monitor monitor;

    /** A log of nine tiles and a rest, signed at three sizes. */
    @BeforeEach
    void start() {
        store = new TestStore();
        parts = LedgerParts.start(
                TestLedgers.settings(directory), WatchSettings.none(), store.store, TestLedgers.CLOCK, alarms);
        var ledger = new Ledger(parts);
        for (int size : new int[] {5, 1_200, SIZE - 1_205}) {
            for (int left = size; left > 0; left -= 256) {
                parts.log().append(TestBatches.of(Math.min(256, left)));
            }
            assertThat(ledger.checkpoint()).isNotEmpty();
        }
        monitor = parts.monitor();
    }

    @AfterEach
    void stop() {
        parts.close();
        store.close();
    }

    private Map<Alarm, String> pass() throws IOException {
        for (int page = 0; page <= SIZE / 1_000; page++) {
            monitor.step();
        }
        return alarms.raised();
    }

    private void change(String collection, Object id, String field, Object value) {
        var changed = store.mongo
                .getCollection(collection)
                .updateOne(new Document("_id", id), new Document("$set", new Document(field, value)));
        assertThat(changed.getModifiedCount()).isOne();
    }

    private Path outside(long size) {
        return directory.resolve("checkpoints").resolve(String.format("%020d", size));
    }

    @Test
    void logThatIsWhatWasSignedRaisesNothingAndIsReadAgain() throws IOException {
        assertThat(monitor.completed()).isEmpty();
        assertThat(pass()).isEmpty();
        assertThat(monitor.read()).isEqualTo(SIZE);
        assertThat(monitor.completed()).contains(TestLedgers.CLOCK.instant());

        monitor.step();
        assertThat(monitor.read()).isEqualTo(1_000);
    }

    @Test
    void logThatGrowsAndIsSignedWhileItIsReadRaisesNothing() throws IOException {
        var grows = mock(LedgerStore.class, delegatesTo(store.store));
        var rounds = new AtomicInteger();
        doAnswer(read -> {
                    var page = store.store.entries(read.getArgument(0), read.getArgument(1));
                    if (rounds.getAndIncrement() < 5) {
                        parts.log().append(TestBatches.of(2));
                        assertThat(new Ledger(parts).checkpoint()).isNotEmpty();
                    }
                    return page;
                })
                .when(grows)
                .entries(anyLong(), anyInt());
        var outside = new OutsideCheckpoints(new WriteOnceDirectory(directory.resolve("checkpoints")), alarms);
        var pass = MonitorPass.begin(grows, outside, parts.key());

        while (!pass.page(1_000)) {
            assertThat(pass.findings()).isEmpty();
        }

        assertThat(pass.findings()).isEmpty();
        assertThat(pass.size()).isGreaterThan(SIZE);
    }

    @Test
    void changedEntryIsFoundAndTheAlarmEndsWithACleanPass() throws IOException {
        var entry = store.mongo
                .getCollection("ledger")
                .find(new Document("_id", 700L))
                .first();
        store.tamper(700);
        assertThat(pass()).containsOnlyKeys(Alarm.LOG_MISMATCH);

        change(
                "ledger",
                700L,
                "bytes",
                Objects.requireNonNull(Objects.requireNonNull(entry).get("bytes")));
        assertThat(pass()).isEmpty();
    }

    @Test
    void changedTileIsFound() throws IOException {
        change("ledger_tiles", 3L, "bytes", new Binary(new byte[8_192]));

        assertThat(pass().get(Alarm.LOG_MISMATCH)).contains("tile at level 0, number 3");
    }

    @Test
    void entryUnderAnotherCaseIsFound() throws IOException {
        change("ledger", 700L, "caseId", UUID.randomUUID().toString());

        assertThat(pass().get(Alarm.LOG_MISMATCH)).contains("700 is indexed under another case");
    }

    @Test
    void missingEntryIsAGap() throws IOException {
        store.mongo.getCollection("ledger").deleteOne(new Document("_id", 700L));

        assertThat(pass()).containsOnlyKeys(Alarm.LOG_GAP);
        assertThat(pass().get(Alarm.LOG_GAP)).contains("700");
    }

    @Test
    void missingEndIsAShorterLogWhetherTheCheckpointIsInsideOrOutside() throws IOException {
        store.mongo.getCollection("ledger").deleteOne(new Document("_id", SIZE - 1L));
        store.mongo.getCollection("ledger_checkpoints").deleteOne(new Document("_id", (long) SIZE));
        assertThat(pass()).containsOnlyKeys(Alarm.LOG_SHORT);

        alarms.clear(Alarm.LOG_SHORT);
        Files.move(outside(SIZE), directory.resolve("moved"));
        assertThat(pass()).isEmpty();
    }

    @Test
    void missingEndIsFoundByTheCheckpointInsideAlone() throws IOException {
        store.mongo.getCollection("ledger").deleteOne(new Document("_id", SIZE - 1L));
        Files.delete(outside(SIZE));

        assertThat(pass()).containsOnlyKeys(Alarm.LOG_SHORT);
    }

    @Test
    void earlierCheckpointThatContradictsTheEntriesIsFound() throws IOException {
        var note = Files.readString(outside(1_205));
        Files.delete(outside(1_205));
        Files.writeString(directory.resolve("checkpoints").resolve(String.format("%020d", 1_206)), note);

        assertThat(pass().get(Alarm.LOG_MISMATCH)).contains("first 1206");
    }

    @Test
    void checkpointThatWeDidNotSignIsFound() throws IOException {
        var note = Files.readString(outside(5));
        Files.delete(outside(5));
        Files.writeString(outside(5), note.replace("\n5\n", "\n4\n"));

        assertThat(pass().get(Alarm.LOG_MISMATCH)).contains("not signed by our keys");
    }
}
