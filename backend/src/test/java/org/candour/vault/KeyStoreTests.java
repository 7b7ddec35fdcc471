package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.candour.ledger.TestReceipts.receipt;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.candour.ledger.Compartment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.util.FileSystemUtils;

/** When the keys are there, when not, and when they are made. */
class KeyStoreTests {
    /** scrypt is slow by intent, and a machine may be busy. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private final UUID caseId = UUID.randomUUID();
    private final List<TestVault> opened = new ArrayList<>();

    @AfterEach
    void stop() {
        opened.forEach(TestVault::close);
    }

    @Test
    void withoutItsKeyStoreNothingOpensOrSealsUntilItIsBack() throws IOException {
        var test = withKeys();
        var sealed = sealed(test);
        var keystore = directory.resolve(FileRootKey.FILE);

        Files.move(keystore, elsewhere.resolve("away"));
        assertNothingWorks(test);

        Files.move(elsewhere.resolve("away"), keystore);
        assertThat(read(test, sealed)).isEqualTo(Secret.ONE);
    }

    @Test
    void aDamagedKeyStoreOpensNothingUntilItIsMended() throws IOException {
        var test = withKeys();
        var sealed = sealed(test);
        var keystore = directory.resolve(FileRootKey.FILE);
        var bytes = Files.readAllBytes(keystore);

        Files.write(keystore, new byte[] {0x30, 0x03});
        assertNothingWorks(test);

        Files.write(keystore, bytes);
        assertThat(read(test, sealed)).isEqualTo(Secret.ONE);
    }

    @Test
    void aBitChangedAnywhereInTheKeyStoreIsNoticed() throws IOException {
        withKeys();
        var keystore = directory.resolve(FileRootKey.FILE);
        var bytes = Files.readAllBytes(keystore);
        var provider = new FileRootKey(directory, TestVault.PASSPHRASE::toCharArray);

        for (var at : List.of(10, bytes.length / 2, bytes.length - 1)) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(keystore, changed);
            assertThatThrownBy(provider::unlock).isInstanceOf(KeyUnavailable.class);
        }
    }

    @Test
    void aWrongPassphraseOpensNothingAndMakesNoNewKeys() throws IOException {
        var test = withKeys();
        var keystore = directory.resolve(FileRootKey.FILE);
        var bytes = Files.readAllBytes(keystore);

        assertThatThrownBy(() -> test.room("another passphrase").keys()).isInstanceOf(KeyUnavailable.class);
        assertThat(keystore).hasBinaryContent(bytes);
    }

    @Test
    void aWrongPassphraseAtTheStartIsSaidAloudAndNotQuoted() {
        var room = withKeys().room("another passphrase");
        var logger = (Logger) LoggerFactory.getLogger(KeyRoom.class);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        logger.addAppender(heard);

        room.lookAtStart();

        logger.detachAppender(heard);
        assertThat(heard.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains("THE VAULT IS CLOSED", "503", "the passphrase is wrong")
                        .doesNotContain("another passphrase"));
    }

    @Test
    void aFailureIsRememberedForAMomentAndThenForgotten() throws IOException {
        var test = withKeys();
        var file = elsewhere.resolve("passphrase");
        Files.writeString(file, "not the passphrase");
        var settings = new VaultSettings(directory, null, file);
        var room = VaultConfiguration.assemble(settings, test.documents, Clock.systemUTC());
        assertThatThrownBy(room::keys).isInstanceOf(KeyUnavailable.class);

        Files.writeString(file, TestVault.PASSPHRASE + "\n");

        Awaitility.await()
                .ignoreException(KeyUnavailable.class)
                .untilAsserted(() -> assertThat(room.keys()).isNotNull());
    }

    @Test
    void aPassphraseFileThatIsGoneOpensNothing() {
        var test = withKeys();
        var settings = new VaultSettings(directory, null, elsewhere.resolve("none"));
        var room = VaultConfiguration.assemble(settings, test.documents, Clock.systemUTC());

        assertThatThrownBy(room::keys).isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void anEmptyDirectoryAndNoKeysMakeAFirstStart() throws IOException {
        var test = open(directory.resolve("vault"));
        var sealed = sealed(test);

        assertThat(read(test, sealed)).isEqualTo(Secret.ONE);
        assertThat(names(directory.resolve("vault")))
                .contains(FileRootKey.FILE)
                .doesNotContain(".first-start")
                .filteredOn(name -> name.endsWith(".json"))
                .hasSize(2 * Recipient.values().length);
        for (var file : names(directory.resolve("vault"))) {
            if (!file.equals(".lock")) {
                var permissions =
                        Files.getPosixFilePermissions(directory.resolve("vault").resolve(file));
                assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aLaterStartHasTheSameKeys() {
        var test = open(directory);
        var sealed = sealed(test);
        var token = test.blindIndex().token(BlindField.ACTOR, "zoe");

        var restarted = test.room(TestVault.PASSPHRASE);

        assertThat(new BlindIndex(restarted).token(BlindField.ACTOR, "zoe")).isEqualTo(token);
        try (var opening = new Vault(restarted, test.documents)
                .open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            assertThat(opening.read(Secret.ACCOUNT, sealed)).isEqualTo(Secret.ONE);
        }
    }

    @Test
    void keysOfCasesWithoutAKeyStoreNeverMakeANewOne() throws IOException {
        var test = withKeys();
        sealed(test);
        FileSystemUtils.deleteRecursively(directory);

        assertThatThrownBy(() -> test.room(TestVault.PASSPHRASE).keys()).isInstanceOf(KeyUnavailable.class);
        assertThat(directory).doesNotExist();
    }

    @Test
    void aKeyStoreThatVanishesWhileRunningIsNeverReplaced() throws IOException {
        var test = withKeys();
        test.room().keys();
        FileSystemUtils.deleteRecursively(directory);

        assertNothingWorks(test);
        assertThat(directory).doesNotExist();
    }

    @Test
    void keyFilesWithoutAKeyStoreNeverMakeANewOne() throws IOException {
        var test = withKeys();
        var before = names(directory);
        Files.delete(directory.resolve(FileRootKey.FILE));

        assertThatThrownBy(() -> test.room(TestVault.PASSPHRASE).keys()).isInstanceOf(KeyUnavailable.class);
        assertThat(names(directory))
                .containsAll(
                        before.stream().filter(name -> name.endsWith(".json")).toList());
        assertThat(directory.resolve(FileRootKey.FILE)).doesNotExist();
    }

    @Test
    void aFirstStartThatWasCutOffBeginsAgain() throws IOException {
        var test = withKeys();
        Files.createDirectory(directory.resolve(".first-start"));
        Files.move(
                directory.resolve(FileRootKey.FILE),
                directory.resolve(".first-start").resolve(FileRootKey.FILE));

        var sealed = sealed(test);

        assertThat(read(test, sealed)).isEqualTo(Secret.ONE);
        assertThat(names(directory)).filteredOn(name -> name.endsWith(".json")).hasSize(2 * Recipient.values().length);
    }

    @Test
    void withoutTheStoreOfKeysNothingIsMadeSealedOrOpened() throws IOException {
        try (var client = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            var documents = new KeyDocuments(new MongoTemplate(client, "gone"));
            var test = withKeys();
            var room = test.room();

            assertThatThrownBy(() -> new Sealer(room, documents).create(caseId, TestVault.CASE))
                    .isInstanceOf(KeyUnavailable.class);
            assertThatThrownBy(() -> new Vault(room, documents)
                            .open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE))
                    .isInstanceOf(KeyUnavailable.class);
            var settings = new VaultSettings(elsewhere, TestVault.PASSPHRASE, null);
            assertThatThrownBy(() -> VaultConfiguration.assemble(settings, documents, Clock.systemUTC())
                            .keys())
                    .isInstanceOf(KeyUnavailable.class);
            assertThat(names(elsewhere)).isEmpty();
        }
    }

    @Test
    void roomsThatStartAtOnceEndWithOneRoot() throws Exception {
        var test = open(directory);
        Callable<String> start = () -> {
            var blindIndex = new BlindIndex(test.room(TestVault.PASSPHRASE));
            return Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreException(KeyUnavailable.class)
                    .until(() -> blindIndex.token(BlindField.ACTOR, "zoe"), token -> true);
        };
        var threads = Executors.newFixedThreadPool(3);
        try {
            var tokens = threads.invokeAll(List.of(start, start, start));

            assertThat(tokens.get(0).get())
                    .isEqualTo(tokens.get(1).get())
                    .isEqualTo(tokens.get(2).get());
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void processesThatStartAtOnceEndWithOneRoot() throws Exception {
        var test = open(directory);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var processes = new ArrayList<Process>();
        for (var number = 0; number < 2; number++) {
            processes.add(new ProcessBuilder(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            FirstStartProcess.class.getName(),
                            directory.toString(),
                            test.uri,
                            test.database())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }

        var tokens = new ArrayList<String>();
        for (var process : processes) {
            try (var lines = process.inputReader()) {
                tokens.add(lines.lines()
                        .filter(line -> line.startsWith("token "))
                        .findFirst()
                        .orElseThrow());
            }
        }

        assertThat(tokens.get(0)).isEqualTo(tokens.get(1));
        assertThat(names(directory)).filteredOn(name -> name.endsWith(".json")).hasSize(2 * Recipient.values().length);
    }

    @Test
    void aSwappedPublicKeyIsNoticed() throws IOException {
        var test = withKeys();
        var files = new KeyPairFiles(directory);
        var mine = file("case-service", KeyPairFiles.PUBLIC);
        var text = Files.readString(mine);
        var other = Files.readString(file("linkage", KeyPairFiles.PUBLIC));
        var key = "(?s).*\"publicKey\" : \"([^\"]+)\".*";

        Files.writeString(mine, text.replace(text.replaceFirst(key, "$1"), other.replaceFirst(key, "$1")));

        assertThatThrownBy(() -> files.newest(Recipient.CASE_SERVICE)).isInstanceOf(KeyUnavailable.class);
        assertThatThrownBy(() -> test.room().keys()).isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void aChangedPrivateHalfIsNoticed() throws IOException {
        var test = withKeys();
        var mine = file("case-service", KeyPairFiles.PRIVATE);
        var other = file("linkage", KeyPairFiles.PRIVATE);
        var text = Files.readString(other).replace("LINKAGE", "CASE_SERVICE");

        Files.writeString(mine, text);

        assertThatThrownBy(() -> test.room().keys()).isInstanceOf(KeyUnavailable.class);
    }

    private void assertNothingWorks(TestVault test) {
        assertThatThrownBy(() -> read(test, new Sealed<>(new byte[0]))).isInstanceOf(KeyUnavailable.class);
        assertThatThrownBy(() -> test.sealer().create(UUID.randomUUID(), TestVault.CASE))
                .isInstanceOf(KeyUnavailable.class);
        assertThatThrownBy(() -> test.blindIndex().token(BlindField.ACTOR, "zoe"))
                .isInstanceOf(KeyUnavailable.class);
    }

    private TestVault withKeys() {
        var test = TestVault.withKeys(directory);
        opened.add(test);
        return test;
    }

    private TestVault open(Path path) {
        var test = new TestVault(path);
        opened.add(test);
        return test;
    }

    private Sealed<Secret> sealed(TestVault test) {
        try (var sealing = test.sealer().create(caseId, TestVault.CASE)) {
            return sealing.seal(Secret.ACCOUNT, Secret.ONE);
        }
    }

    private Secret read(TestVault test, Sealed<Secret> sealed) {
        try (var opening = test.vault().open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            return opening.read(Secret.ACCOUNT, sealed);
        }
    }

    private Path file(String recipient, String ending) throws IOException {
        var name = names(directory).stream()
                .filter(file -> file.startsWith(recipient) && file.endsWith(ending))
                .findFirst()
                .orElseThrow();
        return directory.resolve(name);
    }

    private static List<String> names(Path path) throws IOException {
        try (var files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        }
    }
}
