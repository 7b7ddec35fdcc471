package org.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.candour.ledger.keys.KeyFile;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTests {
    @TempDir
    Path directory;

    private TestStore store;
    private LedgerSettings settings;
    private LogKey key;

    @BeforeEach
    void start() {
        store = new TestStore();
        settings = TestLedgers.settings(directory);
        key = new LogKey(settings, store.store).prepare();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private Checkpoints checkpoints() {
        return new Checkpoints(
                key,
                store.store,
                new TileShelf(store.store),
                TestLedgers.outside(settings.checkpointDirectory()),
                TestLedgers.CLOCK);
    }

    private static Tree tree(String... entries) {
        return Tree.empty()
                .plus(Stream.of(entries)
                        .map(entry -> Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }

    private Path kept(long size) {
        return settings.checkpointDirectory().resolve(String.format("%020d", size));
    }

    @Test
    void smallerTreeIsNotSigned() {
        var checkpoints = checkpoints();
        checkpoints.sign(Optional.empty(), tree("a", "b"));

        refuses(checkpoints, tree("a"));
    }

    @Test
    void otherTreeOfTheSameSizeIsNotSigned() {
        var checkpoints = checkpoints();
        var first = checkpoints.sign(Optional.empty(), tree("a", "b"));

        refuses(checkpoints, tree("a", "c"));
        assertThat(store.store.lastCheckpoint()).contains(first.note());
        assertThat(checkpoints.sign(Optional.empty(), tree("a", "b"))).isEqualTo(first);
    }

    @Test
    void largerTreeThatDidNotGrowFromTheSignedOneIsNotSigned() {
        var checkpoints = checkpoints();
        checkpoints.sign(Optional.empty(), tree("a", "b"));

        refuses(checkpoints, tree("x", "b", "c"));
        assertThat(checkpoints.sign(Optional.empty(), tree("a", "b", "c")).size())
                .isEqualTo(3);
    }

    @Test
    void whatAnotherInstanceSignedIsHonoured() {
        var other = checkpoints().sign(Optional.empty(), tree("a", "b"));
        var checkpoints = new Checkpoints(
                key,
                store.store,
                new TileShelf(store.store),
                TestLedgers.outside(directory.resolve("another directory")),
                TestLedgers.CLOCK);

        refuses(checkpoints, tree("a", "c"));
        assertThat(checkpoints.sign(Optional.empty(), tree("a", "b"))).isEqualTo(other);
    }

    @Test
    void whatWasKeptOutsideOutlivesTheDatabase() {
        checkpoints().sign(Optional.empty(), tree("a", "b"));
        store.mongo.getCollection("ledger_checkpoints").deleteMany(new Document());
        var checkpoints = checkpoints();

        assertThat(checkpoints.newest()).map(Checkpoints.Signed::size).contains(2L);
        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(() -> checkpoints.inspect(tree("a")));
        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(() -> checkpoints.inspect(tree("x", "b")));
        refuses(checkpoints, tree("a", "c"));
    }

    @Test
    void checkpointOfAnotherKeyIsRefused() throws IOException {
        checkpoints().sign(Optional.empty(), tree("a"));
        var other = TestLedgers.settings(directory.resolve("other"));
        Files.createDirectories(directory.resolve("other"));
        KeyFile.create(other.keyFile(), other.readPassphrase());
        KeyFile.createSecond(other.besideKeyFile(), other.readPassphrase());
        var checkpoints = new Checkpoints(
                new LogKey(other, store.store),
                store.store,
                new TileShelf(store.store),
                TestLedgers.outside(other.checkpointDirectory()),
                TestLedgers.CLOCK);

        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> checkpoints.inspect(tree("a")))
                .withMessageContaining("not signed by this key");
    }

    @Test
    void eachCheckpointIsAlsoKeptOutside() {
        var checkpoints = checkpoints();
        var first = checkpoints.sign(Optional.empty(), tree());
        var second = checkpoints.sign(Optional.of(first), tree("a"));

        assertThat(kept(0)).hasContent(first.note());
        assertThat(kept(1)).hasContent(second.note());
    }

    @Test
    void directoryThatFailsStopsNothing() throws IOException {
        Files.writeString(settings.checkpointDirectory(), "a file where the directory should be");

        assertThat(checkpoints().sign(Optional.empty(), tree("a")).size()).isOne();
    }

    @Test
    void logThatLostEntriesThatWereSignedAppendsNothing() {
        try (var parts = TestLedgers.parts(directory, store.store)) {
            var ledger = new Ledger(parts);
            ledger.append(TestEntries.refused());
            ledger.append(TestEntries.refused());
            assertThat(ledger.checkpoint()).isNotEmpty();
        }
        store.mongo.getCollection("ledger").deleteOne(new Document("_id", 1L));

        try (var parts = TestLedgers.parts(directory, store.store)) {
            assertThatExceptionOfType(LedgerUnavailable.class)
                    .isThrownBy(() -> new Ledger(parts).admit(TestEntries.admitted()));
        }
        assertThat(store.store.entries(0, 10)).hasSize(1);
    }

    @Test
    void logWithAChangedEntryAppendsNothingAfterARestart() {
        try (var parts = TestLedgers.parts(directory, store.store)) {
            new Ledger(parts).append(TestEntries.refused());
            assertThat(new Ledger(parts).checkpoint()).isNotEmpty();
        }
        store.tamper(0);

        try (var parts = TestLedgers.parts(directory, store.store)) {
            assertThatExceptionOfType(LedgerUnavailable.class)
                    .isThrownBy(() -> new Ledger(parts).admit(TestEntries.admitted()));
        }
    }

    @Test
    void restartGoesOnFromTilesAndTail() {
        var log = new TransparencyLog(store.store, new TileShelf(store.store), tree -> {}, Duration.ofSeconds(5));
        for (int size : List.of(256, 256, 100)) {
            log.append(TestBatches.of(size));
        }
        assertThat(store.store.lastTile(0)).hasValue(1);

        var again = new TransparencyLog(store.store, new TileShelf(store.store), tree -> {}, Duration.ofSeconds(5));

        assertThat(again.upToDate().size()).isEqualTo(612);
        assertThat(again.upToDate().root()).isEqualTo(log.upToDate().root());
    }

    @Test
    void tileOfALevelAboveThatWasNotStoredIsMadeAgain() {
        var tree = Tree.empty();
        for (int i = 0; i < 256; i++) {
            tree = tree.plus(Collections.nCopies(256, Hash.ofLeaf(new byte[] {(byte) i})));
        }
        tree.filled().stream().filter(tile -> tile.level() == 0).forEach(store.store::putTile);

        var covered = new TileShelf(store.store).covered();

        assertThat(covered.size()).isEqualTo(65_536);
        assertThat(covered.root()).isEqualTo(tree.root());
        assertThat(covered.filled()).hasSize(1).allMatch(tile -> tile.level() == 1);
    }

    @Test
    void otherTileInTheSamePlaceIsRefused() {
        var one = Tree.empty()
                .plus(TestBatches.of(256).stream().map(Pending::leafHash).toList());
        var other = Tree.empty()
                .plus(TestBatches.of(256).stream().map(Pending::leafHash).toList());
        one.filled().forEach(store.store::putTile);
        one.filled().forEach(store.store::putTile);

        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> other.filled().forEach(store.store::putTile));
        assertThat(store.store.tiles(0, 0, 1)).isEqualTo(one.filled());
    }

    private static void refuses(Checkpoints checkpoints, Tree tree) {
        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> checkpoints.sign(checkpoints.newest(), tree));
        assertThatExceptionOfType(LedgerUnavailable.class).isThrownBy(() -> checkpoints.sign(Optional.empty(), tree));
    }
}
