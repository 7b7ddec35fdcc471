package org.candour.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candour.ledger.FaultyStore.Fault;
import org.candour.ledger.proof.Checkpoint;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.ProofCheck;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each write fails once, lost or kept; then the log is read anew and must be whole. */
class SequenceFaultTests {
    private static final int[] BATCHES = {1, 3, 250, 7, 1, 260, 2};

    @TempDir
    Path directory;

    private TestStore store;

    @BeforeEach
    void start() {
        store = new TestStore();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private final Map<Hash, Optional<Long>> answers = new HashMap<>();
    private final List<Checkpoint> signed = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Fault.class)
    void noWriteThatFailsOnceLosesOrRepeatsAnEntry(Fault fault) throws ProofRejected {
        int writes = appendAll(new FaultyStore(store.store, fault, -1));
        for (int failing = 0; failing < writes; failing++) {
            store.close();
            store = new TestStore();
            answers.clear();
            signed.clear();

            appendAll(new FaultyStore(store.store, fault, failing));

            verify();
        }
    }

    private int appendAll(FaultyStore faulty) throws ProofRejected {
        var shelf = new TileShelf(faulty);
        var settings = TestLedgers.settings(directory.resolve(String.valueOf(System.nanoTime())));
        var key = new LogKey(settings, faulty).prepare();
        var checkpoints = new Checkpoints(
                key, faulty, shelf, TestLedgers.outside(settings.checkpointDirectory()), TestLedgers.CLOCK);
        var log = new TransparencyLog(faulty, shelf, checkpoints::inspect, settings.maxWait());
        try (var publisher = new Publisher(
                log,
                checkpoints,
                TestLedgers.witnesses(key, faulty, settings.checkpointDirectory()),
                settings.maxWait())) {
            for (int size : BATCHES) {
                var batch = TestBatches.of(size);
                log.append(batch);
                batch.forEach(pending -> answers.put(pending.leafHash(), answer(pending)));
                sign(publisher, key);
            }
        }
        return faulty.writes();
    }

    private void sign(Publisher publisher, LogKey key) throws ProofRejected {
        try {
            var note = publisher.publish().checkpoint();
            signed.add(Checkpoint.open(note.getBytes(UTF_8), key.signer().verifierKey()));
        } catch (LedgerUnavailable e) {
            assertThat(e).hasMessageContaining("The test says");
        }
    }

    private static Optional<Long> answer(Pending pending) {
        try {
            return Optional.of(pending.await(Duration.ofNanos(1)));
        } catch (LedgerUnavailable e) {
            return Optional.empty();
        }
    }

    private void verify() throws ProofRejected {
        var stored = store.store.entries(0, 10_000);
        var positions = new HashMap<Hash, Long>();
        for (int i = 0; i < stored.size(); i++) {
            assertThat(stored.get(i).index()).isEqualTo(i);
            assertThat(positions.put(stored.get(i).leafHash(), (long) i)).isNull();
        }
        answers.forEach(
                (leaf, index) -> index.ifPresent(at -> assertThat(positions).containsEntry(leaf, at)));
        assertThat(answers.keySet()).containsAll(positions.keySet());

        var shelf = new TileShelf(store.store);
        var tree = new TransparencyLog(store.store, shelf, read -> {}, Duration.ofSeconds(5)).upToDate();
        assertThat(tree.root())
                .isEqualTo(Tree.empty()
                        .plus(stored.stream().map(StoredEntry::leafHash).toList())
                        .root());
        for (var checkpoint : signed) {
            ProofCheck.consistency(
                    checkpoint.size(),
                    checkpoint.root(),
                    tree.size(),
                    tree.root(),
                    tree.consistency(checkpoint.size(), shelf));
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void oneFailedWriteIsHealedWithoutTheCallersKnowing(Fault fault) {
        var faulty = new FaultyStore(store.store, fault, 1); // the index is made before
        var log = new TransparencyLog(faulty, new TileShelf(faulty), tree -> {}, Duration.ofSeconds(5));
        var batch = TestBatches.of(5);

        log.append(batch);

        assertThat(batch)
                .extracting(pending -> pending.await(Duration.ofSeconds(1)))
                .containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(store.store.entries(0, 10)).hasSize(5);
    }

    @Test
    void whileTheStoreIsDownAllFailsAndAfterwardsAllWorks() {
        var faulty = new FaultyStore(store.store, Fault.LOST, -1);
        faulty.goDown(true); // from the very start, before the key is made
        try (var parts = TestLedgers.parts(directory, faulty)) {
            var ledger = new Ledger(parts);
            assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(() -> ledger.admit(TestEntries.admitted()));
            assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(ledger::checkpoint);
            assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(ledger::verifierKey);
            assertThat(store.store.isEmpty()).isTrue();

            faulty.goDown(false);

            assertThat(ledger.admit(TestEntries.admitted()).index()).isZero();
            faulty.goDown(true);
            assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(() -> ledger.admit(TestEntries.admitted()));
            faulty.goDown(false);
            assertThat(ledger.admit(TestEntries.admitted()).index()).isOne();
            assertThat(ledger.proof(1)).isPresent();
        }
    }

    @Test
    void entryThatNobodyWaitsForIsNotWritten() {
        var log = new TransparencyLog(store.store, new TileShelf(store.store), tree -> {}, Duration.ofSeconds(5));
        var abandoned = TestBatches.pending();
        var wanted = TestBatches.pending();
        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(() -> abandoned.await(Duration.ofNanos(1)));

        log.append(List.of(abandoned, wanted));

        assertThat(wanted.await(Duration.ofSeconds(1))).isZero();
        assertThat(store.store.entries(0, 10)).hasSize(1);
    }

    @Test
    void fullQueueRefusesAtOnce() {
        var log = new TransparencyLog(store.store, new TileShelf(store.store), tree -> {}, Duration.ofSeconds(5));
        var sequencer = new Sequencer(log, 1, Duration.ofMillis(1)); // never started, so nothing leaves the queue
        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> sequencer.append(TestBatches.pending()))
                .withMessageContaining("not durable within");

        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> sequencer.append(TestBatches.pending()))
                .withMessageContaining("Too many");
    }

    @Test
    void closedLedgerRefusesAtOnce() {
        var parts = TestLedgers.parts(directory, store.store);
        parts.close();

        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> new Ledger(parts).append(TestEntries.refused()));
    }

    @Test
    void gapInTheStoreIsRefused() throws IndexTaken {
        store.store.append(
                List.of(TestBatches.pending().at(0), TestBatches.pending().at(2)));
        var log = new TransparencyLog(store.store, new TileShelf(store.store), tree -> {}, Duration.ofSeconds(5));

        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(log::upToDate)
                .withMessageContaining("entry 1 is missing");
    }
}
