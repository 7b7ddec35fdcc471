package org.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.candour.ledger.proof.Checkpoint;
import org.candour.ledger.proof.EntryBundle;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.ProofCheck;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.RootBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client of C2SP tlog-tiles fetches. */
class TilesTests {
    private static final int SIZE = 600;

    @TempDir
    static Path directory;

    private static TestStore store;
    private static LedgerParts parts;
    private static Ledger ledger;

    @BeforeAll
    static void start() {
        store = new TestStore();
        parts = TestLedgers.parts(directory, store.store);
        ledger = new Ledger(parts);
        for (int size : new int[] {256, 256, SIZE - 512}) {
            parts.log().append(TestBatches.of(size));
        }
    }

    @AfterAll
    static void stop() {
        parts.close();
        store.close();
    }

    private static Hash rootAt(int size) throws ProofRejected {
        var builder = new RootBuilder();
        for (int number = 0; number * EntryBundle.WIDTH < size; number++) {
            int width = Math.min(EntryBundle.WIDTH, size - number * EntryBundle.WIDTH);
            for (var entry :
                    EntryBundle.decode(ledger.entryBundle(number, width).orElseThrow())) {
                var unused = builder.add(entry);
            }
        }
        return builder.root();
    }

    @Test
    void bundlesOfAnySizeMakeTheRootThatIsSigned() throws ProofRejected {
        var signed = Checkpoint.parse(ledger.checkpoint().split("\n\n", 2)[0] + "\n");

        assertThat(rootAt(SIZE)).isEqualTo(signed.root());
        assertThat(signed.size()).isEqualTo(SIZE);
    }

    @Test
    void tilesHoldTheHashesOfEntriesAndOfTilesBelow() throws ProofRejected {
        var leaves = new ArrayList<Hash>();
        for (var entry : EntryBundle.decode(ledger.entryBundle(2, 88).orElseThrow())) {
            leaves.add(Hash.ofLeaf(entry));
        }

        assertThat(ledger.tile(0, 2, 88).orElseThrow())
                .hasSize(88 * 32)
                .startsWith(leaves.get(0).bytes());
        assertThat(ledger.tile(0, 0, 256).orElseThrow()).hasSize(8_192);
        assertThat(ledger.tile(1, 0, 2).orElseThrow())
                .hasSize(64)
                .startsWith(rootAt(256).bytes());
    }

    @Test
    void partialTileIsTheBeginningOfTheFullOne() {
        var full = ledger.tile(0, 1, 256).orElseThrow();

        for (int width : new int[] {1, 5, 255}) {
            assertThat(ledger.tile(0, 1, width)).contains(Arrays.copyOf(full, width * 32));
        }
    }

    @Test
    void whatIsNotThereIsNotGivenOut() {
        for (var tile : new int[][] {
            {0, 2, 89},
            {0, 2, 256},
            {0, 3, 1},
            {1, 0, 3},
            {2, 0, 1},
            {63, 0, 1},
            {-1, 0, 1},
            {0, -1, 1},
            {0, 0, 0},
            {0, 0, 257},
            {0, Integer.MAX_VALUE, 1}
        }) {
            assertThat(ledger.tile(tile[0], tile[1], tile[2]))
                    .as(Arrays.toString(tile))
                    .isEmpty();
        }
        assertThat(ledger.tile(0, Long.MAX_VALUE, 1)).isEmpty();
        assertThat(ledger.entryBundle(2, 89)).isEmpty();
        assertThat(ledger.entryBundle(-1, 1)).isEmpty();
        assertThat(ledger.entryBundle(Long.MAX_VALUE, 1)).isEmpty();
    }

    @Test
    void consistencyBetweenAnyTwoSizesCanBeChecked() throws ProofRejected {
        for (int first : new int[] {1, 255, 256, 257, 599}) {
            var path = new ArrayList<Hash>();
            for (var line : ledger.consistency(first, SIZE).orElseThrow().split("\n", -1)) {
                if (!line.isEmpty()) {
                    path.add(Hash.parse(line));
                }
            }

            ProofCheck.consistency(first, rootAt(first), SIZE, rootAt(SIZE), path);
        }
        assertThat(ledger.consistency(7, 7)).contains("");
    }

    @Test
    void noConsistencyOfSizesThatTheLogNeverHad() {
        assertThat(ledger.consistency(0, 5)).isEmpty();
        assertThat(ledger.consistency(-1, 5)).isEmpty();
        assertThat(ledger.consistency(6, 5)).isEmpty();
        assertThat(ledger.consistency(5, Long.MAX_VALUE)).isEmpty();
    }
}
