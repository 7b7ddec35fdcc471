package org.candour.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.candour.CandourApplication;
import org.candour.development.RealServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** What an operator sees of a start that cannot succeed, and of one that can only in part. */
@ExtendWith(OutputCaptureExtension.class)
class StartTests {
    @TempDir
    Path folder;

    private String mongodb;
    private String keyPassphrase = "for-tests-and-demonstration-only";
    private String ledgerPassphrase = "for-tests-and-demonstration-only";

    @BeforeEach
    void findStore() {
        mongodb = RealServices.freshDatabase();
    }

    @Test
    void withoutTheStoreItEndsSoonAndSaysWhatToDo(CapturedOutput output) throws Exception {
        mongodb = "mongodb://127.0.0.1:" + freePort() + "/nothing";
        var began = System.nanoTime();

        var said = failedStart(output, this::start);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
        assertThat(said).contains("APPLICATION FAILED TO START", "MongoDB does not answer", "spring.mongodb.uri");
        assertThat(folder.resolve("vault/root.bcfks")).doesNotExist();
    }

    @Test
    void withAWrongPassphraseOfTheLedgersKeyItDoesNotStartAndTheKeyStays(CapturedOutput output) throws Exception {
        try (var first = start()) {
            assertThat(first.isRunning()).isTrue();
        }
        var key = Files.readAllBytes(folder.resolve("ledger-key.pem"));
        ledgerPassphrase = "another passphrase altogether";

        var said = failedStart(output, this::start);

        assertThat(said).containsIgnoringCase("passphrase").doesNotContain(ledgerPassphrase, keyPassphrase);
        assertThat(folder.resolve("ledger-key.pem")).hasBinaryContent(key);
    }

    @Test
    void withAWrongPassphraseOfTheKeyStoreItSaysSoOpensNothingAndKeepsTheKeys(CapturedOutput output) throws Exception {
        try (var first = start()) {
            assertThat(first.isRunning()).isTrue();
        }
        var keys = Files.readAllBytes(folder.resolve("vault/root.bcfks"));
        keyPassphrase = "another passphrase altogether";

        var from = output.length();
        try (var second = start()) {
            assertThat(second.isRunning()).isTrue();
        }

        assertThat(output.toString().substring(from))
                .contains("ERROR", "THE VAULT IS CLOSED", "the passphrase is wrong")
                .doesNotContain(keyPassphrase);
        assertThat(folder.resolve("vault/root.bcfks")).hasBinaryContent(keys);
    }

    private static String failedStart(CapturedOutput output, Runnable start) {
        var from = output.length();
        assertThatThrownBy(start::run).isInstanceOf(Exception.class);
        return output.toString().substring(from);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(CandourApplication.class)
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--logging.level.root=error",
                        "--keycloak.auth-server-url=http://127.0.0.1:9",
                        "--spring.mongodb.uri=" + mongodb,
                        "--candour.vault.directory=" + folder.resolve("vault"),
                        "--candour.vault.passphrase=" + keyPassphrase,
                        "--candour.ledger.origin=candour.example/ledger",
                        "--candour.ledger.key-file=" + folder.resolve("ledger-key.pem"),
                        "--candour.ledger.passphrase=" + ledgerPassphrase,
                        "--candour.ledger.checkpoint-directory=" + folder.resolve("checkpoints"),
                        "--candour.access.forces-file="
                                + Path.of("../config/forces.yml")
                                        .toAbsolutePath()
                                        .normalize(),
                        "--candour.casework.timers.directory="
                                + Path.of("../config/timers").toAbsolutePath().normalize(),
                        "--candour.casework.proceedings.outcomes-file="
                                + Path.of("../config/outcomes.yml")
                                        .toAbsolutePath()
                                        .normalize(),
                        "--candour.casework.risk.directory="
                                + Path.of("../config/risk").toAbsolutePath().normalize());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
