package org.candour.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs after packaging: the small jar as an auditor has it, in a process of its own. */
class VerifierJarCheck {
    private static final Path JAR = Path.of("target", "candour-verifier.jar");

    @TempDir
    Path directory;

    @Test
    void jarHoldsProofsKeysVerifierWitnessAndPartsOfBouncyCastleAndNothingElse() throws IOException {
        try (var jar = new ZipFile(JAR.toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class")))
                    .isNotEmpty()
                    .allMatch(name -> name.matches("org/candour/ledger/(proof|keys|witness)/.*")
                            || name.matches("org/candour/ledger/(VerifierCommand|CopyOfLog|OfflineTools)[^/]*")
                            || name.startsWith("org/bouncycastle/"));
        }
        assertThat(Files.size(JAR)).isLessThan(6_000_000);
    }

    @Test
    void jarVerifiesAnExportAndRejectsAChangedOne() throws Exception {
        export();

        assertThat(verify("entry")).isEqualTo(VerifierCommand.HOLDS);
        assertThat(Files.readString(directory.resolve("out"))).contains("VERIFIED", "second key, too");
        Files.writeString(directory.resolve("other"), "another entry");
        assertThat(verify("other")).isEqualTo(VerifierCommand.REJECTED);
    }

    private void export() throws IOException {
        try (var store = new TestStore();
                var parts = TestLedgers.parts(directory, store.store)) {
            var ledger = new Ledger(parts);
            parts.log().append(TestBatches.of(5));
            Files.writeString(directory.resolve("key"), ledger.verifierKey());
            Files.writeString(directory.resolve("second"), ledger.secondVerifierKey());
            Files.writeString(directory.resolve("proof"), ledger.proof(3).orElseThrow());
            Files.write(directory.resolve("entry"), ledger.entry(3).orElseThrow());
        }
    }

    private int verify(String entry) throws IOException, InterruptedException {
        return java("verify", "proof", "--key", "key", "--second-key", "second", "--proof", "proof", "--entry", entry)
                .waitFor();
    }

    private Process java(String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toAbsolutePath().toString()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
    }

    /** The witness opens and makes its keys through what the jar kept of Bouncy Castle. */
    @Test
    void jarRunsAWitnessWhichOpensItsOwnKeysAgain() throws Exception {
        export();
        Files.write(directory.resolve("passphrase"), "a passphrase for tests".getBytes(UTF_8));

        assertThat(witness()).isEqualTo(witness()).hasSize(2);
    }

    private List<String> witness() throws IOException {
        var process = java(
                "witness",
                "--name",
                "witness.example/w",
                "--key",
                "witness.pem",
                "--passphrase-file",
                "passphrase",
                "--listen",
                "127.0.0.1:0",
                "--state",
                "state",
                "--log",
                Files.readString(directory.resolve("key")));
        try {
            while (process.isAlive()
                    && !Files.readString(directory.resolve("out")).contains("Listening")) {
                Thread.onSpinWait();
            }
            var lines = Files.readAllLines(directory.resolve("out"));
            return lines.subList(0, Math.min(2, lines.size()));
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }
}
