package org.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.candour.ledger.keys.KeyFile;
import org.candour.ledger.keys.KeyRefused;
import org.candour.ledger.keys.NewFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTests {
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

    private LogKey key(String passphrase) {
        return new LogKey(TestLedgers.settings(directory, passphrase, 1, Duration.ofSeconds(1)), store.store);
    }

    private Path file() {
        return directory.resolve("ledger-key.pem");
    }

    @Test
    void keyIsMadeOnAnEmptyLogForItsOwnerAloneAndOpensAgain() throws IOException {
        var made =
                key("a passphrase for tests").prepare().signer().verifierKey().encoded();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file())).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("ledger-key.pem", "ledger-key-second.pem");
        assertThat(key("a passphrase for tests")
                        .prepare()
                        .signer()
                        .verifierKey()
                        .encoded())
                .isEqualTo(made);
    }

    @Test
    void wrongPassphraseStopsTheStart() throws IOException {
        key("a passphrase for tests").prepare();
        var before = Files.readAllBytes(file());

        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> key("another passphrase").prepare())
                .withMessageContaining("ledger-key.pem");
        assertThat(file()).hasBinaryContent(before);
    }

    @Test
    void shortPassphraseStopsTheStartAndNoKeyIsMade() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> key("elevenchars").prepare())
                .withMessageContaining("12 characters");
        assertThat(file()).doesNotExist();
    }

    @Test
    void missingKeyOfALogWithEntriesStopsTheStart() throws IndexTaken {
        store.store.append(List.of(TestBatches.pending().at(0)));

        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> key("a passphrase for tests").prepare())
                .withMessageContaining("is missing");
        assertThat(file()).doesNotExist();
    }

    @Test
    void missingKeyOfALogThatWasSignedStopsTheStart() {
        store.store.putCheckpoint(0, "a note");

        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> key("a passphrase for tests").prepare());
    }

    @Test
    void fileThatIsNoKeyStopsTheStartAndIsLeftAlone() throws IOException {
        Files.writeString(file(), "no key");

        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> key("a passphrase for tests").prepare());
        assertThat(file()).hasContent("no key");
    }

    @Test
    void keyThatExistsIsNeverReplaced() throws IOException {
        Files.writeString(file(), "a key");

        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> KeyFile.create(file(), "a passphrase for tests".toCharArray()));
        assertThat(file()).hasContent("a key");
    }

    @Test
    void passphraseComesFromTheFirstLineOfItsFile() throws IOException {
        var file = Files.writeString(directory.resolve("passphrase"), "from the file, first line\nrest\n");
        var settings = new LedgerSettings(
                "candour.example/ledger",
                file(),
                null,
                file,
                directory,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                1);

        assertThat(settings.readPassphrase()).containsExactly("from the file, first line".toCharArray());
        assertThat(settings.toString()).doesNotContain("first line");
        assertThat(TestLedgers.settings(directory).toString()).doesNotContain("a passphrase for tests");
        assertThat(settings.isOnePassphraseGiven()).isTrue();
    }

    @Test
    void passphraseTwiceOrNotAtAllIsRefused() {
        for (var passphrase : new String[] {"a passphrase for tests", null}) {
            var settings = new LedgerSettings(
                    "candour.example/ledger",
                    file(),
                    passphrase,
                    passphrase == null ? null : directory,
                    directory,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    1);

            assertThat(settings.isOnePassphraseGiven()).isFalse();
        }
    }

    @Test
    void newFileIsWholeOrNotThere() throws IOException {
        var file = directory.resolve("sub/new");
        NewFile.write(file, "first".getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> NewFile.write(file, "second".getBytes(StandardCharsets.UTF_8)));
        assertThat(file).hasContent("first");
        assertThat(directory.resolve("sub").toFile().list()).containsExactly("new");
    }
}
