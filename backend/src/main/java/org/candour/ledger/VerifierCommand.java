package org.candour.ledger;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.candour.ledger.proof.Checkpoint;
import org.candour.ledger.proof.CompactRange;
import org.candour.ledger.proof.EntryBundle;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.TlogProof;
import org.candour.ledger.proof.VerifierKey;

/**
 * Checks what the ledger gave out, offline, with the published key and nothing else: no Spring, no database, no network.
 * Exit codes: {@value #HOLDS}, it holds; {@value #REJECTED}, it does not; {@value #UNUSABLE}, the command or a file cannot
 * be used, and nothing was decided.
 */
public final class VerifierCommand {
    public static final int HOLDS = 0;
    public static final int REJECTED = 1;
    public static final int UNUSABLE = 2;

    private static final String USAGE = """
            Usage:
              verify proof --key FILE --proof FILE --entry FILE
                  that the entry, byte for byte, is in the log
              verify log --key FILE --checkpoint FILE [--checkpoint FILE ...] --bundles DIR
                  that the entry bundles (000, 001, ... or x001/000 ...) are all that was signed
              verify statement --key FILE --note FILE
                  that a statement, such as the receipt of a submission, is signed by the log
            The key file holds the published verifier key: name+id+key.
            """;

    private final Map<String, List<Path>> options = new LinkedHashMap<>();
    private final PrintStream out;

    private VerifierCommand(PrintStream out) {
        this.out = out;
    }

    /** What is wrong with the command line. */
    private static final class Misused extends Exception {
        Misused(String message) {
            super(message);
        }
    }

    /**
     * Runs one check.
     *
     * @param args what follows the word {@code verify}
     * @param out is told the result in words
     * @return the exit code
     */
    public static int run(List<String> args, PrintStream out) {
        try {
            new VerifierCommand(out).check(args);
            return HOLDS;
        } catch (ProofRejected e) {
            out.println("REJECTED: " + printable(String.valueOf(e.getMessage())));
            return REJECTED;
        } catch (Misused e) {
            out.println(printable(String.valueOf(e.getMessage())));
            out.print(USAGE);
            return UNUSABLE;
        } catch (IOException | InvalidPathException e) {
            out.println("Cannot read: " + printable(String.valueOf(e.getMessage())));
            return UNUSABLE;
        }
    }

    private void check(List<String> args) throws ProofRejected, Misused, IOException {
        var what = args.isEmpty() ? "" : args.get(0);
        switch (what) {
            case "proof" -> {
                readOptions(args, List.of("--key", "--proof", "--entry"));
                checkProof();
            }
            case "log" -> {
                readOptions(args, List.of("--key", "--checkpoint", "--bundles"));
                checkLog();
            }
            case "statement" -> {
                readOptions(args, List.of("--key", "--note"));
                checkStatement();
            }
            default -> throw new Misused("What is to be verified?");
        }
    }

    private void readOptions(List<String> args, List<String> known) throws Misused {
        for (int i = 1; i < args.size(); i += 2) {
            if (!known.contains(args.get(i)) || i + 1 == args.size()) {
                throw new Misused("Not an option here, or without its value: " + args.get(i));
            }
            options.computeIfAbsent(args.get(i), name -> new ArrayList<>()).add(Path.of(args.get(i + 1)));
        }
        for (var name : known) {
            if (!options.containsKey(name)) {
                throw new Misused("Missing: " + name);
            }
            if (options.get(name).size() > 1 && !name.equals("--checkpoint")) {
                throw new Misused("Given twice: " + name);
            }
        }
    }

    private byte[] bytes(String option) throws IOException {
        return Files.readAllBytes(options.getOrDefault(option, List.of()).get(0));
    }

    private VerifierKey key() throws IOException, ProofRejected {
        return VerifierKey.parse(new String(bytes("--key"), StandardCharsets.UTF_8).strip());
    }

    private void checkProof() throws IOException, ProofRejected {
        var entry = bytes("--entry");
        var proof = TlogProof.parse(bytes("--proof"));
        var checkpoint = proof.check(entry, key());
        out.println("VERIFIED: this is entry " + proof.index() + " of the log " + printable(checkpoint.origin())
                + ", among " + checkpoint.size() + " signed entries:");
        out.println(printable(new String(entry, StandardCharsets.UTF_8)));
    }

    private void checkStatement() throws IOException, ProofRejected {
        var key = key();
        var text = key.open(bytes("--note"));
        if (text.startsWith(key.name() + "\n")) {
            throw new ProofRejected("This is a checkpoint, not a statement");
        }
        out.println("VERIFIED: " + printable(key.name()) + " signed this statement:");
        text.lines().forEach(line -> out.println("  " + printable(line)));
    }

    private void checkLog() throws IOException, ProofRejected {
        var key = key();
        var checkpoints = new ArrayList<Checkpoint>();
        for (var file : options.getOrDefault("--checkpoint", List.of())) {
            checkpoints.add(Checkpoint.open(Files.readAllBytes(file), key));
        }
        checkpoints.sort(Comparator.comparingLong(Checkpoint::size));
        var log = new CopyOfLog(options.getOrDefault("--bundles", List.of()).get(0));
        for (var checkpoint : checkpoints) {
            log.readUpTo(checkpoint.size());
            if (!log.range.root().equals(checkpoint.root())) {
                throw new ProofRejected(different(checkpoint, checkpoints));
            }
            out.println("VERIFIED: the first " + checkpoint.size() + " entries are those that "
                    + printable(checkpoint.origin()) + " signed");
        }
        if (log.next < log.bundle.size()) {
            out.println("Not covered by a checkpoint: the " + (log.bundle.size() - log.next)
                    + " entries after them in the last bundle");
        }
    }

    private static String different(Checkpoint failed, List<Checkpoint> all) {
        long agreed = all.stream()
                .mapToLong(Checkpoint::size)
                .filter(size -> size < failed.size())
                .max()
                .orElse(0);
        return "The roots differ: an entry from " + agreed + " to before " + failed.size()
                + " is not what was signed (an earlier checkpoint narrows this down)";
    }

    /** Entry bundles in a directory, read one after the other. */
    private static final class CopyOfLog {
        private final Path directory;
        private CompactRange range = CompactRange.empty();
        private List<byte[]> bundle = List.of();
        private int next;

        CopyOfLog(Path directory) {
            this.directory = directory;
        }

        void readUpTo(long size) throws IOException, ProofRejected {
            while (range.size() < size) {
                if (next == bundle.size()) {
                    open(range.size());
                }
                range = range.plus(Hash.ofLeaf(bundle.get(next++)));
            }
        }

        private void open(long index) throws IOException, ProofRejected {
            long number = index / EntryBundle.WIDTH;
            if (index % EntryBundle.WIDTH != 0) {
                throw new ProofRejected("Bundle " + number + " ends before entry " + index + ", which was signed");
            }
            var file = directory.resolve(path(number));
            if (!Files.exists(file)) {
                throw new ProofRejected(
                        "Bundle " + number + " is missing: it holds entry " + index + ", which was signed");
            }
            try {
                bundle = EntryBundle.decode(Files.readAllBytes(file));
            } catch (ProofRejected e) {
                throw new ProofRejected("Bundle " + number + ": " + e.getMessage(), e);
            }
            if (bundle.isEmpty()) {
                throw new ProofRejected("Bundle " + number + " is empty");
            }
            next = 0;
        }

        /** C2SP tlog-tiles: three digits a part, all but the last after an x. */
        private static String path(long number) {
            var path = String.format("%03d", number % 1_000);
            for (long rest = number / 1_000; rest > 0; rest /= 1_000) {
                path = String.format("x%03d/", rest % 1_000) + path;
            }
            return path;
        }
    }

    /** What is checked may come from anyone, and must not steer the reader's terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "�");
    }
}
