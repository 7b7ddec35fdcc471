package org.candour.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.candour.ledger.proof.Cosigner;
import org.candour.ledger.proof.TestKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierCommandTests {
    private static final int SIZE = 259;
    /** Dash, name, two spaces, newline, and base64 of 2,432 bytes. */
    private static final int SECOND_LINE = 3 + 1 + 22 + 1 + 3_244 + 1;

    @TempDir
    static Path directory;

    private static TestStore store;
    private static LedgerParts parts;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** What an auditor fetches. */
    @BeforeAll
    static void export() throws IOException {
        store = new TestStore();
        parts = TestLedgers.parts(directory, store.store);
        var ledger = new Ledger(parts);
        parts.log().append(TestBatches.of(100));
        write("early", ledger.checkpoint());
        parts.log().append(TestBatches.of(SIZE - 100));
        write("checkpoint", ledger.checkpoint());
        write("key", ledger.verifierKey() + "\n");
        write("second", ledger.secondVerifierKey() + "\n");
        write("proof", ledger.proof(42).orElseThrow());
        write("entry", ledger.entry(42).orElseThrow());
        write("note", ledger.sign(List.of("candour receipt v1")));
        write("bundles/000", ledger.entryBundle(0).orElseThrow());
        write("bundles/001", ledger.entryBundle(1).orElseThrow());
    }

    @AfterAll
    static void stop() {
        parts.close();
        store.close();
    }

    private static void write(String file, String text) throws IOException {
        write(file, text.getBytes(UTF_8));
    }

    private static void write(String file, byte[] bytes) throws IOException {
        var path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
    }

    private static String path(String file) {
        return directory.resolve(file).toString();
    }

    private int run(String... args) {
        out.reset();
        return VerifierCommand.run(List.of(args), new PrintStream(out, true, UTF_8));
    }

    private int proof(String proof, String entry) {
        return run("proof", "--key", path("key"), "--proof", path(proof), "--entry", path(entry));
    }

    private int log(String checkpoint, String bundles) {
        return run("log", "--key", path("key"), "--checkpoint", path(checkpoint), "--bundles", path(bundles));
    }

    private int statement(String note) {
        return run("statement", "--key", path("key"), "--note", path(note));
    }

    @Test
    void proofOfAnEntryHoldsAndShowsIt() throws IOException {
        assertThat(proof("proof", "entry")).isEqualTo(VerifierCommand.HOLDS);

        assertThat(out.toString(UTF_8))
                .startsWith("VERIFIED: this is entry 42 of the log candour.example/ledger, among 259 signed entries")
                .contains(Files.readString(Path.of(path("entry"))));
    }

    @Test
    void copyOfTheLogHoldsAndIsCounted() {
        assertThat(log("checkpoint", "bundles")).isEqualTo(VerifierCommand.HOLDS);

        assertThat(out.toString(UTF_8)).contains("the first 259 entries are those that candour.example/ledger signed");
    }

    @Test
    void entriesAfterTheCheckpointAreNamedAsNotCovered() {
        assertThat(log("early", "bundles")).isEqualTo(VerifierCommand.HOLDS);

        assertThat(out.toString(UTF_8))
                .contains("the first 100 entries")
                .contains("Not covered by a checkpoint: the 156");
    }

    @Test
    void copyOfTheLogWithAnyOneByteChangedIsRejected() throws IOException {
        var first = Files.readAllBytes(Path.of(path("bundles/000")));
        var second = Files.readAllBytes(Path.of(path("bundles/001")));
        for (int i = 0; i < second.length; i++) {
            var changed = second.clone();
            changed[i] ^= 1;
            write("changed/000", first);
            write("changed/001", changed);

            assertThat(log("checkpoint", "changed")).as("byte %s", i).isEqualTo(VerifierCommand.REJECTED);
        }
        assertThat(out.toString(UTF_8)).startsWith("REJECTED: ");
    }

    @Test
    void earlierCheckpointNarrowsDownWhereTheCopyWasChanged() throws IOException {
        var changed = Files.readAllBytes(Path.of(path("bundles/001")));
        changed[10] ^= 1;
        write("late/000", Files.readAllBytes(Path.of(path("bundles/000"))));
        write("late/001", changed);

        int code = run(
                "log",
                "--key",
                path("key"),
                "--checkpoint",
                path("checkpoint"),
                "--checkpoint",
                path("early"),
                "--bundles",
                path("late"));

        assertThat(code).isEqualTo(VerifierCommand.REJECTED);
        assertThat(out.toString(UTF_8))
                .contains("the first 100 entries are those")
                .contains("REJECTED: The roots differ: an entry from 100 to before 259");
    }

    @Test
    void missingShortAndSwappedBundlesAreRejectedByName() throws IOException {
        var first = Files.readAllBytes(Path.of(path("bundles/000")));
        var second = Files.readAllBytes(Path.of(path("bundles/001")));
        write("missing/000", first);
        write("short/000", first);
        write("short/001", java.util.Arrays.copyOf(second, second.length - 1));
        write("swapped/000", second);
        write("swapped/001", first);

        assertThat(log("checkpoint", "missing")).isEqualTo(VerifierCommand.REJECTED);
        assertThat(out.toString(UTF_8)).contains("Bundle 1 is missing");
        assertThat(log("checkpoint", "short")).isEqualTo(VerifierCommand.REJECTED);
        assertThat(out.toString(UTF_8)).contains("Bundle 1: The bundle ends within its entry 2");
        assertThat(log("checkpoint", "swapped")).isEqualTo(VerifierCommand.REJECTED);
        assertThat(out.toString(UTF_8)).contains("Bundle 0 ends before entry 3");
    }

    @Test
    void statementHoldsAndIsShown() {
        assertThat(statement("note")).isEqualTo(VerifierCommand.HOLDS);

        assertThat(out.toString(UTF_8))
                .contains("candour.example/ledger signed this statement")
                .contains("candour receipt v1");
    }

    @Test
    void checkpointDoesNotPassForAStatementNorAStatementForACheckpoint() {
        assertThat(statement("checkpoint")).isEqualTo(VerifierCommand.REJECTED);
        assertThat(log("note", "bundles")).isEqualTo(VerifierCommand.REJECTED);
    }

    @Test
    void anyOneByteOfProofEntryNoteOrCheckpointChangedIsRejected() throws IOException {
        for (var file : List.of("proof", "entry", "note", "checkpoint", "key")) {
            var bytes = Files.readAllBytes(Path.of(path(file)));
            int length = switch (file) {
                case "key" -> bytes.length - 1; // white space around the key is allowed
                case "proof", "checkpoint" -> bytes.length - SECOND_LINE; // which is tested in CosignerTests
                default -> bytes.length;
            };
            for (int i = 0; i < length; i++) {
                var changed = bytes.clone();
                changed[i] ^= 1;
                write("one-byte", changed);

                assertThat(checkWith(file)).as("%s, byte %s", file, i).isEqualTo(VerifierCommand.REJECTED);
            }
        }
    }

    private int checkWith(String changed) {
        return switch (changed) {
            case "proof" -> proof("one-byte", "entry");
            case "entry" -> proof("proof", "one-byte");
            case "note" -> statement("one-byte");
            case "checkpoint" -> log("one-byte", "bundles");
            default -> run("statement", "--key", path("one-byte"), "--note", path("note"));
        };
    }

    @Test
    void secondSignatureIsToldWhenItsKeyIsGiven() throws IOException {
        var checkpoint = Files.readString(Path.of(path("checkpoint")));
        write("stripped", checkpoint.substring(0, checkpoint.lastIndexOf("— ")));

        assertThat(logWith("checkpoint", "--second-key", path("second"))).isEqualTo(VerifierCommand.HOLDS);
        assertThat(out.toString(UTF_8)).contains("Signed with the log's second key, too, at 2026-11-22T10:15:30Z");
        assertThat(logWith("stripped", "--second-key", path("second"))).isEqualTo(VerifierCommand.HOLDS);
        assertThat(out.toString(UTF_8)).contains("NOT signed with the log's second key");
    }

    @Test
    void changedSecondSignatureIsRejected() throws IOException {
        var checkpoint = Files.readString(Path.of(path("checkpoint")));
        int at = checkpoint.length() - 100;
        write(
                "changed-second",
                checkpoint.substring(0, at)
                        + (checkpoint.charAt(at) == 'A' ? 'B' : 'A')
                        + checkpoint.substring(at + 1));

        assertThat(logWith("changed-second", "--second-key", path("second"))).isEqualTo(VerifierCommand.REJECTED);
    }

    @Test
    void cosignaturesAreToldCheckedAndCounted() throws IOException {
        var witness = Cosigner.of("witness.example/w1", TestKeys.ed25519(7));
        var checkpoint = Files.readString(Path.of(path("checkpoint")));
        var text = checkpoint.substring(0, checkpoint.indexOf("\n\n") + 1);
        write("witness", witness.verifierKey().encoded() + "\n");
        write("cosigned", checkpoint + witness.line(text, TestLedgers.CLOCK.instant()));
        write("forged", checkpoint + witness.line(text.replace("259", "260"), TestLedgers.CLOCK.instant()));
        var trust = new String[] {"--witness-key", path("witness"), "--quorum", "1"};

        assertThat(logWith("cosigned", trust)).isEqualTo(VerifierCommand.HOLDS);
        assertThat(out.toString(UTF_8)).contains("Cosigned by witness.example/w1 at 2026-11-22T10:15:30Z");
        assertThat(logWith("checkpoint", trust)).isEqualTo(VerifierCommand.REJECTED);
        assertThat(logWith("forged", trust[0], trust[1])).isEqualTo(VerifierCommand.REJECTED);
        assertThat(logWith("checkpoint", trust[0], trust[1])).isEqualTo(VerifierCommand.HOLDS);
        assertThat(out.toString(UTF_8)).contains("NOT cosigned");
    }

    private static String[] logOptions(String option, String value) {
        return new String[] {
            "log", "--key", path("key"), "--checkpoint", path("checkpoint"), "--bundles", path("bundles"), option, value
        };
    }

    private int logWith(String checkpoint, String... trust) {
        var args = new ArrayList<>(
                List.of("log", "--key", path("key"), "--checkpoint", path(checkpoint), "--bundles", path("bundles")));
        args.addAll(List.of(trust));
        return run(args.toArray(String[]::new));
    }

    @Test
    void wrongCommandLineShowsTheUsageAndDecidesNothing() {
        for (var args : List.of(
                new String[] {},
                new String[] {"all"},
                new String[] {"proof"},
                new String[] {"proof", "--key"},
                new String[] {"statement", "--key", path("key"), "--note", path("note"), "--quorum", "1"},
                logOptions("--quorum", "1"),
                logOptions("--quorum", "many"),
                logOptions("--second-key", path("key")),
                logOptions("--witness-key", path("key")),
                new String[] {"proof", "--key", path("key"), "--proof", path("proof")},
                new String[] {"statement", "--key", path("key"), "--note", path("note"), "--more", "x"},
                new String[] {"statement", "--key", path("key"), "--key", path("key"), "--note", path("note")})) {
            assertThat(run(args)).isEqualTo(VerifierCommand.UNUSABLE);
            assertThat(out.toString(UTF_8)).contains("Usage:");
        }
    }

    @Test
    void fileThatCannotBeReadIsNoVerdict() {
        assertThat(statement("no such file")).isEqualTo(VerifierCommand.UNUSABLE);
        assertThat(out.toString(UTF_8)).contains("Cannot read").contains("no such file");
    }
}
