package org.candour.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.candour.ledger.proof.Checkpoint;
import org.candour.ledger.proof.ProofCheck;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several instances append to one log. */
class SharedLogTests {
    private static final int THREADS = 8;
    private static final int EACH = 100;

    @TempDir
    Path directory;

    @Test
    void twoInstancesLeaveNoGapAndNoDuplicateAndAgreeOnEveryCheckpoint()
            throws InterruptedException, ExecutionException, ProofRejected {
        try (var store = new TestStore();
                var one = TestLedgers.parts(directory, store.store);
                var two = TestLedgers.parts(directory, store.store)) {
            var ledgers = List.of(new Ledger(one), new Ledger(two));
            var notes = new ArrayList<String>();
            var indexes = new ArrayList<Long>();
            for (var answer : appendFromManyThreads(ledgers)) {
                indexes.addAll(answer.get().indexes);
                notes.add(answer.get().checkpoint);
            }

            assertThat(indexes)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.range(0, THREADS * EACH).boxed().toList());
            assertThat(store.store.entries(0, 10_000)).hasSize(THREADS * EACH);
            var tree = one.log().upToDate();
            assertThat(tree.root()).isEqualTo(two.log().upToDate().root());
            var key = VerifierKey.parse(ledgers.get(0).verifierKey());
            for (var note : notes) {
                var old = Checkpoint.open(note.getBytes(UTF_8), key);
                var proof = tree.consistency(old.size(), one.log().tiles());
                ProofCheck.consistency(old.size(), old.root(), tree.size(), tree.root(), proof);
            }
            assertThat(ledgers.get(1).proof(0)).isPresent();
        }
    }

    private record Appended(List<Long> indexes, String checkpoint) {}

    private static List<Future<Appended>> appendFromManyThreads(List<Ledger> ledgers) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            return threads.invokeAll(IntStream.range(0, THREADS)
                    .mapToObj(i -> appending(ledgers.get(i % ledgers.size())))
                    .toList());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Appended> appending(Ledger ledger) {
        return () -> {
            var indexes = new ArrayList<Long>();
            for (int i = 0; i < EACH / 2; i++) {
                indexes.add(ledger.append(TestEntries.refused()));
            }
            var checkpoint = ledger.checkpoint();
            for (int i = 0; i < EACH / 2; i++) {
                indexes.add(ledger.admit(TestEntries.admitted()).index());
            }
            return new Appended(indexes, checkpoint);
        };
    }
}
