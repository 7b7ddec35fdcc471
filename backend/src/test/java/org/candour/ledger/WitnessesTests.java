package org.candour.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.candour.ledger.proof.Policy;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.TlogProof;
import org.candour.ledger.proof.VerifierKey;
import org.candour.ledger.witness.WitnessCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Candour against witnesses: a real one, and some that answer what they like. */
class WitnessesTests {
    @TempDir
    Path directory;

    private TestStore store;
    private LogKey key;
    private AutoCloseable witness = () -> {};
    private List<String> witnessKeys = List.of();
    private int port;

    @BeforeEach
    void start() throws IOException {
        store = new TestStore();
        key = new LogKey(TestLedgers.settings(directory), store.store).prepare();
        Files.writeString(directory.resolve("passphrase"), "a passphrase for tests\n");
        startWitness(0, "state");
    }

    @AfterEach
    void stop() throws Exception {
        witness.close();
        store.close();
    }

    private void startWitness(int onPort, String state) {
        var out = new ByteArrayOutputStream();
        witness = WitnessCommand.start(
                List.of(
                        "--name", "witness.example/w",
                        "--key", directory.resolve("witness.pem").toString(),
                        "--passphrase-file", directory.resolve("passphrase").toString(),
                        "--listen", "127.0.0.1:" + onPort,
                        "--state", directory.resolve(state).toString(),
                        "--log", key.signer().verifierKey().encoded(),
                        "--log", key.second().verifierKey().encoded()),
                new PrintStream(out, true, UTF_8));
        var lines = out.toString(UTF_8).lines().toList();
        witnessKeys = lines.subList(0, 2);
        port = Integer.parseInt(lines.get(2).replace("Listening on port ", ""));
    }

    private LedgerParts parts(Alarms alarms, int... ports) {
        var settings = Arrays.stream(ports)
                .mapToObj(
                        each -> new WatchSettings.WitnessSettings(URI.create("http://127.0.0.1:" + each), witnessKeys))
                .toList();
        var watch = new WatchSettings(
                null,
                null,
                settings,
                Duration.ofSeconds(20),
                0,
                Duration.ofMinutes(5),
                Duration.ofHours(1),
                null,
                true);
        return LedgerParts.start(TestLedgers.settings(directory), watch, store.store, TestLedgers.CLOCK, alarms);
    }

    private Policy policy(int quorum) throws ProofRejected {
        var keys = List.of(VerifierKey.parse(witnessKeys.get(0)), VerifierKey.parse(witnessKeys.get(1)));
        return new Policy(key.signer().verifierKey(), Optional.of(key.second().verifierKey()), keys, quorum);
    }

    @Test
    void checkpointAndProofGivenOutAreCosignedAndKeptInsideAndOutside() throws Exception {
        try (var parts = parts(new Alarms(), port)) {
            var ledger = new Ledger(parts);
            for (int i = 0; i < 3; i++) {
                ledger.append(TestEntries.refused());
                policy(1).open(ledger.checkpoint().getBytes(UTF_8));
            }

            var proof = TlogProof.parse(ledger.proof(1).orElseThrow().getBytes(UTF_8));

            assertThat(proof.check(ledger.entry(1).orElseThrow(), policy(1)).cosigned())
                    .containsOnlyKeys("witness.example/w");
            assertThat(store.store.cosignatures(3)).containsOnlyKeys("witness.example/w");
            assertThat(directory.resolve("checkpoints/cosigned").toFile().list())
                    .anyMatch(name -> name.startsWith("00000000000000000003."));
        }
    }

    @Test
    void witnessThatIsDownStopsNothing() throws Exception {
        witness.close();
        var alarms = new Alarms();
        try (var parts = parts(alarms, port)) {
            var ledger = new Ledger(parts);

            assertThat(ledger.admit(TestEntries.admitted()).index()).isZero();
            assertThat(policy(0).open(ledger.checkpoint().getBytes(UTF_8)).cosigned())
                    .isEmpty();
            assertThat(alarms.raised()).isEmpty();

            startWitness(port, "state");
            ledger.append(TestEntries.refused());
            policy(1).open(ledger.checkpoint().getBytes(UTF_8));
        }
    }

    @Test
    void witnessThatWasThereBeforeIsCaughtUpWith() throws Exception {
        try (var parts = parts(new Alarms(), port)) {
            new Ledger(parts).append(TestEntries.refused());
            policy(1).open(new Ledger(parts).checkpoint().getBytes(UTF_8));
        }

        try (var parts = parts(new Alarms(), port)) {
            parts.log().append(TestBatches.of(250));
            policy(1).open(new Ledger(parts).checkpoint().getBytes(UTF_8));
        }
    }

    @Test
    void logThatWasPutBackToAnEarlierStateIsNotCosignedAndAlarms() throws Exception {
        try (var parts = parts(new Alarms(), port)) {
            parts.log().append(TestBatches.of(5));
            policy(1).open(new Ledger(parts).checkpoint().getBytes(UTF_8));
        }
        for (var collection : List.of("ledger", "ledger_checkpoints", "ledger_cosignatures")) {
            store.mongo.getCollection(collection).deleteMany(new Document());
        }
        deleteOutside();
        var alarms = new Alarms();

        try (var parts = parts(alarms, port)) {
            parts.log().append(TestBatches.of(3));
            var vouched = policy(0).open(new Ledger(parts).checkpoint().getBytes(UTF_8));

            assertThat(vouched.cosigned()).isEmpty();
            assertThat(alarms.isRaised(Alarm.WITNESS_DISAGREES)).isTrue();
        }
    }

    private void deleteOutside() throws IOException {
        try (var files = Files.walk(directory.resolve("checkpoints"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void answerThatIsNoCosignatureOfOursIsNotKept() throws Exception {
        var answers = List.of(
                "",
                "nonsense",
                "— witness.example/w AAAAAAAA\n",
                "— stranger.example/x AAAAAAAAAAAA\n",
                "— witness.example/w " + "A".repeat(300_000) + "\n");
        for (var answer : answers) {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try (exchange) {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(answer.getBytes(UTF_8));
                }
            });
            server.start();
            try (var parts = parts(new Alarms(), server.getAddress().getPort())) {
                new Ledger(parts).append(TestEntries.refused());

                assertThat(policy(0)
                                .open(new Ledger(parts).checkpoint().getBytes(UTF_8))
                                .cosigned())
                        .isEmpty();
                assertThat(store.store.cosignatures(store.store.entries(0, 100).size()))
                        .isEmpty();
            } finally {
                server.stop(0);
            }
        }
    }

    @Test
    void storedCosignatureThatSomebodyChangedIsLeftOutAndAlarms() throws Exception {
        var alarms = new Alarms();
        try (var parts = parts(alarms, port)) {
            var ledger = new Ledger(parts);
            ledger.append(TestEntries.refused());
            var checkpoint = ledger.checkpoint();
            policy(1).open(checkpoint.getBytes(UTF_8));
            var collection = store.mongo.getCollection("ledger_cosignatures");
            for (var lines : List.of("— witness.example/w AAAAAAAA\n", "not a line\n", checkpoint)) {
                witness.close();
                collection.updateMany(new Document(), new Document("$set", new Document("lines", lines)));

                assertThat(policy(0).open(ledger.checkpoint().getBytes(UTF_8)).cosigned())
                        .isEmpty();
                assertThat(alarms.isRaised(Alarm.LOG_MISMATCH)).isTrue();
            }
        }
    }

    @Test
    void keyThatCosignsNothingIsRefusedAtTheStart() {
        var settings = new WatchSettings.WitnessSettings(
                URI.create("http://127.0.0.1:1"),
                List.of(key.signer().verifierKey().encoded()));

        assertThatIllegalArgumentException().isThrownBy(() -> new WitnessClient(settings, new TileShelf(store.store)));
    }
}
