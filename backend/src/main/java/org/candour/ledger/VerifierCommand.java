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
import java.util.Optional;
import java.util.Set;
import org.candour.ledger.proof.Checkpoint;
import org.candour.ledger.proof.Policy;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.StatedFile;
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
              verify proof --key FILE --proof FILE --entry FILE [TRUST]
                  that the entry, byte for byte, is in the log
              verify log --key FILE --checkpoint FILE [--checkpoint FILE ...] --bundles DIR [TRUST]
                  that the entry bundles (000, 001, ... or x001/000 ...) are all that was signed
              verify statement --key FILE --note FILE
                  that a statement, such as the receipt of a submission, is signed by the log
              verify files --key FILE --note FILE --directory DIR
                  that the files which a signed statement names, such as an exported chronology, are those in DIR
            The key file holds the published verifier key: name+id+key. TRUST is any of
              --second-key FILE      the log's second verifier key (ML-DSA-44)
              --witness-key FILE ... the verifier keys of a witness, one a line
              --quorum N             so many of these witnesses must have cosigned
            A signature by a key that is given is always checked; without --quorum a missing one is only told.
            """;

    private static final List<String> TRUST = List.of("--second-key", "--witness-key", "--quorum");
    private static final Set<String> REPEATABLE = Set.of("--checkpoint", "--witness-key");
    private static final Optional<VerifierKey> NO_KEY = Optional.empty();

    private final Map<String, List<String>> options = new LinkedHashMap<>();
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
                readOptions(args, List.of("--key", "--proof", "--entry"), TRUST);
                checkProof();
            }
            case "log" -> {
                readOptions(args, List.of("--key", "--checkpoint", "--bundles"), TRUST);
                checkLog();
            }
            case "statement" -> {
                readOptions(args, List.of("--key", "--note"), List.of());
                var unused = checkedStatement();
            }
            case "files" -> {
                readOptions(args, List.of("--key", "--note", "--directory"), List.of());
                checkFiles();
            }
            default -> throw new Misused("What is to be verified?");
        }
    }

    private void readOptions(List<String> args, List<String> needed, List<String> allowed) throws Misused {
        for (int i = 1; i < args.size(); i += 2) {
            var name = args.get(i);
            if (!(needed.contains(name) || allowed.contains(name)) || i + 1 == args.size()) {
                throw new Misused("Not an option here, or without its value: " + name);
            }
            var given = options.computeIfAbsent(name, any -> new ArrayList<>());
            given.add(args.get(i + 1));
            if (given.size() > 1 && !REPEATABLE.contains(name)) {
                throw new Misused("Given twice: " + name);
            }
        }
        for (var name : needed) {
            if (!options.containsKey(name)) {
                throw new Misused("Missing: " + name);
            }
        }
    }

    private Path file(String option) {
        return Path.of(options.getOrDefault(option, List.of()).get(0));
    }

    private byte[] bytes(String option) throws IOException {
        return Files.readAllBytes(file(option));
    }

    private VerifierKey key() throws IOException, ProofRejected {
        return key(file("--key"));
    }

    private static VerifierKey key(Path file) throws IOException, ProofRejected {
        return VerifierKey.parse(Files.readString(file).strip());
    }

    private Policy policy() throws IOException, ProofRejected, Misused {
        var witnesses = new ArrayList<VerifierKey>();
        for (var file : options.getOrDefault("--witness-key", List.of())) {
            for (var line : Files.readString(Path.of(file)).strip().split("\n", -1)) {
                witnesses.add(VerifierKey.parse(line));
            }
        }
        var key = key();
        var second = options.containsKey("--second-key") ? Optional.of(key(file("--second-key"))) : NO_KEY;
        try {
            int quorum = Integer.parseInt(
                    options.getOrDefault("--quorum", List.of("0")).get(0));
            return new Policy(key, second, witnesses, quorum);
        } catch (IllegalArgumentException e) {
            throw new Misused(String.valueOf(e.getMessage()));
        }
    }

    private void checkProof() throws IOException, ProofRejected, Misused {
        var policy = policy();
        var entry = bytes("--entry");
        var proof = TlogProof.parse(bytes("--proof"));
        var vouched = proof.check(entry, policy);
        var checkpoint = vouched.checkpoint();
        out.println("VERIFIED: this is entry " + proof.index() + " of the log " + printable(checkpoint.origin())
                + ", among " + checkpoint.size() + " signed entries:");
        out.println(printable(new String(entry, StandardCharsets.UTF_8)));
        tell(policy, vouched);
    }

    private void tell(Policy policy, Policy.Vouched vouched) {
        if (policy.second().isPresent()) {
            out.println(vouched.secondSignedAt()
                    .map(at -> "Signed with the log's second key, too, at " + at)
                    .orElse("NOT signed with the log's second key"));
        }
        if (!policy.witnesses().isEmpty() && vouched.cosigned().isEmpty()) {
            out.println("NOT cosigned by any witness whose key was given");
        }
        vouched.cosigned().forEach((name, at) -> out.println("Cosigned by " + printable(name) + " at " + at));
    }

    private String checkedStatement() throws IOException, ProofRejected {
        var key = key();
        var text = key.open(bytes("--note"));
        if (text.startsWith(key.name() + "\n")) {
            throw new ProofRejected("This is a checkpoint, not a statement");
        }
        out.println("VERIFIED: " + printable(key.name()) + " signed this statement:");
        text.lines().forEach(line -> out.println("  " + printable(line)));
        return text;
    }

    private void checkFiles() throws IOException, ProofRejected {
        for (var stated : StatedFile.in(checkedStatement())) {
            stated.check(Files.readAllBytes(file("--directory").resolve(stated.name())));
            out.println("VERIFIED: " + stated.name() + " is the file that was signed");
        }
    }

    private void checkLog() throws IOException, ProofRejected, Misused {
        var policy = policy();
        var all = new ArrayList<Policy.Vouched>();
        for (var file : options.getOrDefault("--checkpoint", List.of())) {
            all.add(policy.open(Files.readAllBytes(Path.of(file))));
        }
        all.sort(Comparator.comparingLong(vouched -> vouched.checkpoint().size()));
        var log = new CopyOfLog(file("--bundles"));
        for (var vouched : all) {
            var checkpoint = vouched.checkpoint();
            if (!log.rootAt(checkpoint.size()).equals(checkpoint.root())) {
                throw new ProofRejected(different(checkpoint, all));
            }
            out.println("VERIFIED: the first " + checkpoint.size() + " entries are those that "
                    + printable(checkpoint.origin()) + " signed");
            tell(policy, vouched);
        }
        if (log.unread() > 0) {
            out.println("Not covered by a checkpoint: the " + log.unread() + " entries after them in the last bundle");
        }
    }

    private static String different(Checkpoint failed, List<Policy.Vouched> all) {
        long agreed = all.stream()
                .mapToLong(vouched -> vouched.checkpoint().size())
                .filter(size -> size < failed.size())
                .max()
                .orElse(0);
        return "The roots differ: an entry from " + agreed + " to before " + failed.size()
                + " is not what was signed (an earlier checkpoint narrows this down)";
    }

    /** What is checked may come from anyone, and must not steer the reader's terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "\uFFFD");
    }
}
