package org.candour.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.candour.development.FaultyProxy;
import org.candour.development.FaultyProxy.Fate;
import org.candour.development.FaultyProxy.Request;
import org.candour.development.RealServices;
import org.candour.drills.MerkleTree;
import org.candour.ledger.proof.Checkpoint;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.ProofRejected;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Over a real connection, each write of the append path in turn is cut off: before the store has seen it, or after it was done
 * and before its answer. Then the log is read anew and must be whole.
 */
class LostAnswerTests {
    private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify", "createIndexes");
    private static final int[] BATCHES = {1, 255, 3};

    @TempDir
    Path directory;

    private final Map<Hash, Optional<Long>> answers = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private final Queue<String> cut = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @EnumSource(names = {"CUT", "LOSE_ANSWER"})
    void noWriteThatIsCutOffLosesOrRepeatsAnEntry(Fate fate) throws Exception {
        var writes = appendThrough(fate, "none", 0);

        for (var kind : writes.entrySet()) {
            for (int failing = 1; failing <= kind.getValue(); failing++) {
                appendThrough(fate, kind.getKey(), failing);
            }
        }

        assertThat(writes.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(7);
        assertThat(new TreeSet<>(cut))
                .containsExactly(
                        "createIndexes ledger", "insert ledger", "insert ledger_checkpoints", "insert ledger_tiles");
    }

    /**
     * Cuts off one write and returns how many of each kind were seen. They are counted by kind, because the thread that signs
     * may come before or after another.
     */
    private Map<String, Integer> appendThrough(Fate fate, String kind, int failing) throws Exception {
        answers.clear();
        notes.clear();
        var direct = new ConnectionString(RealServices.freshDatabase());
        var server = new ServerAddress(direct.getHosts().get(0));
        var writes = new ConcurrentHashMap<String, Integer>();
        try (var proxy = new FaultyProxy(server.getHost(), server.getPort());
                var client = MongoClients.create("mongodb://127.0.0.1:" + proxy.port() + "/?directConnection=true");
                var unbroken = MongoClients.create(direct)) {
            proxy.plan(request -> isCut(request, kind, failing, writes) ? fate : Fate.PASS);
            var database = Objects.requireNonNull(direct.getDatabase());
            var keys = Files.createTempDirectory(directory, "keys");
            try (var parts = parts(client, database, keys)) {
                appendAll(parts);
            }
            try (var parts = parts(unbroken, database, keys)) {
                verify(parts);
            }
            unbroken.getDatabase(database).drop();
        }
        return writes;
    }

    private boolean isCut(Request request, String kind, int failing, Map<String, Integer> writes) {
        if (!WRITES.contains(request.command())) {
            return false;
        }
        var write = request.command() + " " + request.collection();
        var isCut = writes.merge(write, 1, Integer::sum) == failing && write.equals(kind);
        if (isCut) {
            cut.add(write);
        }
        return isCut;
    }

    private static LedgerParts parts(MongoClient client, String database, Path keys) {
        return TestLedgers.parts(keys, new MongoLedgerStore(new MongoTemplate(client, database)));
    }

    private void appendAll(LedgerParts parts) {
        for (int size : BATCHES) {
            var batch = TestBatches.of(size);
            parts.log().append(batch);
            batch.forEach(pending -> answers.put(pending.leafHash(), answer(pending)));
            try {
                notes.add(parts.publisher().publish().checkpoint());
            } catch (LedgerUnavailable e) {
                assertThat(e).hasMessageContaining("did not answer");
            }
        }
    }

    private static Optional<Long> answer(Pending pending) {
        try {
            return Optional.of(pending.await(Duration.ofNanos(1)));
        } catch (LedgerUnavailable e) {
            return Optional.empty();
        }
    }

    private void verify(LedgerParts parts) throws ProofRejected {
        var stored = parts.store().entries(0, 10_000);
        var positions = new HashMap<Hash, Long>();
        for (int i = 0; i < stored.size(); i++) {
            assertThat(stored.get(i).index()).isEqualTo(i);
            assertThat(positions.put(stored.get(i).leafHash(), (long) i)).isNull();
        }
        answers.forEach(
                (leaf, index) -> index.ifPresent(at -> assertThat(positions).containsEntry(leaf, at)));
        assertThat(answers.keySet()).containsAll(positions.keySet());

        notes.add(parts.publisher().publish().checkpoint());
        var checkpoints = new ArrayList<Checkpoint>();
        for (var note : notes) {
            checkpoints.add(
                    Checkpoint.open(note.getBytes(UTF_8), parts.key().signer().verifierKey()));
        }
        var roots = MerkleTree.roots(
                stored.stream().map(StoredEntry::bytes).toList(),
                checkpoints.stream().map(Checkpoint::size).collect(Collectors.toSet()));
        assertThat(checkpoints)
                .allSatisfy(
                        checkpoint -> assertThat(checkpoint.root().bytes()).isEqualTo(roots.get(checkpoint.size())));
        assertThat(checkpoints.get(checkpoints.size() - 1).size()).isEqualTo(stored.size());
    }
}
