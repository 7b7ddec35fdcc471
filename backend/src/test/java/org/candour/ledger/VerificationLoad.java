package org.candour.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.candour.benchmarks.Row;
import org.candour.ledger.proof.Checkpoint;
import org.candour.ledger.proof.CompactRange;
import org.candour.ledger.proof.EntryBundle;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.NoteSigner;

/** How many entries a second an auditor's copy of the log is checked at, reading of the files included. */
public final class VerificationLoad {
    private static final int BUNDLES = 4_000;
    private static final int ENTRIES = BUNDLES * EntryBundle.WIDTH;
    private static final int WARM_UPS = 3;
    private static final int RUNS = 3;
    private static final double TARGET = 500_000;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final NoteSigner signer = new NoteSigner("candour.example/bench", new Ed25519PrivateKeyParameters(random));

    public VerificationLoad(Path folder) {
        this.folder = folder.resolve("verification");
    }

    /** The best of a few runs of the whole command, after others that only warm it up. */
    public List<Row> measure() throws IOException {
        var arguments = List.of(
                "log",
                "--key",
                write("key", signer.verifierKey().encoded()).toString(),
                "--checkpoint",
                write("checkpoint", signer.sign(export().text())).toString(),
                "--bundles",
                folder.toString());
        long best = Long.MAX_VALUE;
        for (int run = 0; run < WARM_UPS + RUNS; run++) {
            long nanos = verify(arguments);
            best = run < WARM_UPS ? best : Math.min(best, nanos);
        }
        var figures = String.format(Locale.ROOT, "%,d entries in %.2f s", ENTRIES, best / 1e9);
        return List.of(
                Row.atLeast("offline verification of a copy of the log", figures, ENTRIES * 1e9 / best, TARGET, "/s"));
    }

    private static long verify(List<String> arguments) {
        var said = new ByteArrayOutputStream();
        long began = System.nanoTime();
        int code = VerifierCommand.run(arguments, new PrintStream(said, true, UTF_8));
        long nanos = System.nanoTime() - began;
        if (code != VerifierCommand.HOLDS) {
            throw new IllegalStateException(said.toString(UTF_8));
        }
        return nanos;
    }

    private Path write(String name, String text) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name), text);
    }

    private Checkpoint export() throws IOException {
        var range = CompactRange.empty();
        for (int number = 0; number < BUNDLES; number++) {
            var entries = new ArrayList<byte[]>(EntryBundle.WIDTH);
            for (int i = 0; i < EntryBundle.WIDTH; i++) {
                var entry = TestEntries.admitted(UUID.randomUUID(), "SUPPORT");
                var bytes = Leaf.of(entry, Clock.systemUTC(), random).bytes();
                entries.add(bytes);
                range = range.plus(Hash.ofLeaf(bytes));
            }
            var file = folder.resolve(
                    number < 1_000 ? "%03d".formatted(number) : "x%03d/%03d".formatted(number / 1_000, number % 1_000));
            Files.createDirectories(file.getParent());
            Files.write(file, EntryBundle.encode(entries));
        }
        return new Checkpoint("candour.example/bench", range.size(), range.root());
    }
}
