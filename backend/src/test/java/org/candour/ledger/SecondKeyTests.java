package org.candour.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.candour.ledger.keys.KeyFile;
import org.candour.ledger.keys.KeyRefused;
import org.candour.ledger.proof.NoteSigner;
import org.candour.ledger.proof.Policy;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.Tree;
import org.candour.ledger.proof.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondKeyTests {
    @TempDir
    Path directory;

    private TestStore store;
    private LedgerSettings settings;

    @BeforeEach
    void start() {
        store = new TestStore();
        settings = TestLedgers.settings(directory);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private LogKey key() {
        return new LogKey(settings, store.store);
    }

    private Checkpoints checkpoints(Clock clock) {
        return new Checkpoints(
                key(),
                store.store,
                new TileShelf(store.store),
                TestLedgers.outside(settings.checkpointDirectory()),
                clock);
    }

    private static Tree tree(int size) {
        return Tree.empty().plus(TestBatches.hashes(size));
    }

    @Test
    void checkpointBearsBothSignatures() throws ProofRejected {
        var ledger = key();
        var note =
                checkpoints(TestLedgers.CLOCK).sign(Optional.empty(), tree(3)).note();
        var first = VerifierKey.parse(ledger.signer().verifierKey().encoded());
        var second = VerifierKey.parse(ledger.second().verifierKey().encoded());

        var vouched = new Policy(first, Optional.of(second), List.of(), 0).open(note.getBytes(UTF_8));

        assertThat(vouched.secondSignedAt())
                .contains(TestLedgers.CLOCK.instant().truncatedTo(ChronoUnit.SECONDS));
        assertThat(key().second().verifierKey().encoded()).isEqualTo(second.encoded());
    }

    @Test
    void logFromBeforeGainsTheSecondKeyAndItsOldCheckpointStillCounts() throws IndexTaken {
        var first = KeyFile.create(settings.keyFile(), settings.readPassphrase());
        var old = new NoteSigner(settings.origin(), first);
        var text = settings.origin() + "\n3\n" + tree(3).root().base64() + "\n";
        store.store.putCheckpoint(3, old.sign(text));

        var checkpoints = checkpoints(TestLedgers.CLOCK);

        assertThat(checkpoints.newest()).map(Checkpoints.Signed::at).contains(Optional.empty());
        assertThat(checkpoints.sign(checkpoints.newest(), tree(4)).at()).isPresent();
        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> checkpoints.sign(Optional.empty(), tree(2)));
    }

    @Test
    void secondKeyThatHasSignedMustBeThere() throws IOException {
        checkpoints(TestLedgers.CLOCK).sign(Optional.empty(), tree(3));
        Files.delete(settings.besideKeyFile());

        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> key().prepare())
                .withMessageContaining("second-key-file");
        assertThat(settings.besideKeyFile()).doesNotExist();
    }

    @Test
    void keyOfTheOtherKindIsRefused() throws IOException {
        key().prepare();
        Files.copy(settings.keyFile(), directory.resolve("classic.pem"));

        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> new LogKey(settings, store.store, directory.resolve("classic.pem")).prepare());
        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> KeyFile.read(settings.besideKeyFile(), settings.readPassphrase()));
    }

    @Test
    void storedCheckpointWhoseSecondSignatureWasChangedStopsTheLog() {
        var signed = checkpoints(TestLedgers.CLOCK).sign(Optional.empty(), tree(3));
        var lines = signed.note().split("\n", -1);
        var line = lines[lines.length - 2];
        int middle = line.length() / 2;
        var changed = line.substring(0, middle) + (line.charAt(middle) == 'A' ? 'B' : 'A') + line.substring(middle + 1);
        store.store.putCheckpoint(4, signed.note().replace(line, changed));

        assertThatExceptionOfType(LedgerUnavailable.class)
                .isThrownBy(() -> checkpoints(TestLedgers.CLOCK).inspect(tree(3)));
    }

    @Test
    void clockSetBackGivesNoCheckpointAnEarlierTime() {
        var before = checkpoints(TestLedgers.CLOCK).sign(Optional.empty(), tree(3));

        var after = checkpoints(Clock.offset(TestLedgers.CLOCK, Duration.ofDays(-2)));

        assertThat(after.sign(after.newest(), tree(4)).at()).isEqualTo(before.at());
    }
}
