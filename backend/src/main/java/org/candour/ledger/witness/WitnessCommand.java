package org.candour.ledger.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.candour.ledger.keys.KeyFile;
import org.candour.ledger.keys.KeyRefused;
import org.candour.ledger.proof.Cosigner;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.VerifierKey;

/** Runs a witness until the process is ended. It may be killed at any moment: what it has answered is on its disk. */
public final class WitnessCommand {
    /** The command could not be used, and no witness runs. */
    public static final int UNUSABLE = 2;

    private static final String USAGE = """
            Usage:
              witness --name NAME --key FILE --passphrase-file FILE --listen HOST:PORT --state DIR --log KEY [--log KEY ...]
            NAME is the witness's own, such as witness.example/w1. FILE and its sibling FILE.second (Ed25519 and ML-DSA-44,
            encrypted PKCS#8) are made at the first start. KEY is a verifier key of a log, name+id+key.
            """;
    private static final List<String> ONCE = List.of("--name", "--key", "--passphrase-file", "--listen", "--state");
    private static final String LOG = "--log";

    private WitnessCommand() {}

    /**
     * Starts a witness.
     *
     * @param args what follows the word {@code witness}
     * @param out is told the witness's verifier keys and its port
     * @return the running witness, to be closed
     * @throws IllegalArgumentException if the command line, a file or the address cannot be used, with the reason in words
     */
    public static AutoCloseable start(List<String> args, PrintStream out) {
        var options = options(args);
        try {
            var key = Path.of(one(options, "--key"));
            var cosigners = cosigners(one(options, "--name"), key, Path.of(one(options, "--passphrase-file")));
            var logs = new ArrayList<VerifierKey>();
            for (var log : options.getOrDefault(LOG, List.of())) {
                logs.add(VerifierKey.parse(log));
            }
            var known = new KnownLogs(Path.of(one(options, "--state")));
            var witness = new Witness(logs, cosigners, known, Clock.systemUTC());
            var server = new WitnessServer(witness, address(one(options, "--listen"))).start();
            witness.verifierKeys().forEach(verifierKey -> out.println(verifierKey.encoded()));
            out.println("Listening on port " + server.port());
            return () -> {
                server.close();
                known.close();
            };
        } catch (IOException | ProofRejected | KeyRefused e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * Starts a witness and stays.
     *
     * @return {@value #UNUSABLE}, if it could not start
     */
    public static int run(List<String> args, PrintStream out) {
        try {
            var unused = start(args, out);
            Thread.currentThread().join();
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.print(USAGE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return UNUSABLE;
    }

    private static Map<String, List<String>> options(List<String> args) {
        var options = new TreeMap<String, List<String>>();
        for (int i = 0; i < args.size(); i += 2) {
            var name = args.get(i);
            if (i + 1 == args.size() || !(ONCE.contains(name) || name.equals(LOG))) {
                throw new IllegalArgumentException("Not an option here, or without its value: " + name);
            }
            options.computeIfAbsent(name, any -> new ArrayList<>()).add(args.get(i + 1));
        }
        ONCE.forEach(name -> one(options, name));
        if (!options.containsKey(LOG)) {
            throw new IllegalArgumentException("Missing: " + LOG);
        }
        return options;
    }

    private static String one(Map<String, List<String>> options, String name) {
        var given = options.getOrDefault(name, List.of());
        if (given.size() != 1) {
            throw new IllegalArgumentException("Wanted once: " + name);
        }
        return given.get(0);
    }

    private static InetSocketAddress address(String given) {
        int colon = given.lastIndexOf(':');
        try {
            return new InetSocketAddress(given.substring(0, colon), Integer.parseInt(given.substring(colon + 1)));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("Not HOST:PORT: " + given, e);
        }
    }

    private static List<Cosigner> cosigners(String name, Path file, Path passphraseFile) throws IOException {
        char[] passphrase;
        try (var lines = Files.lines(passphraseFile)) {
            passphrase = lines.findFirst().orElse("").toCharArray();
        }
        if (passphrase.length < 12) {
            throw new IllegalArgumentException("The passphrase must have 12 characters or more");
        }
        var second = file.resolveSibling(file.getFileName() + ".second");
        try {
            var classic = Files.exists(file) ? KeyFile.read(file, passphrase) : KeyFile.create(file, passphrase);
            var quantumSafe = Files.exists(second)
                    ? KeyFile.readSecond(second, passphrase)
                    : KeyFile.createSecond(second, passphrase);
            return List.of(Cosigner.of(name, classic), Cosigner.of(name, quantumSafe));
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }
}
