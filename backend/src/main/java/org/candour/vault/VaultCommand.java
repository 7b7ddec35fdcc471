package org.candour.vault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an operator does with a directory of keys while no Candour runs: no Spring, no database. Exit codes: {@value #DONE}, it
 * is done; {@value #UNUSABLE}, the command or a file cannot be used, and nothing was made.
 */
public final class VaultCommand {
    public static final int DONE = 0;
    public static final int UNUSABLE = 2;

    private static final String USAGE = """
            Usage:
              vault intake-node --from DIR --passphrase-file FILE --to DIR --new-passphrase-file FILE
                  makes, from a full directory of keys, one for a node that runs intake alone: blind keys and public
                  halves, and nothing that opens. DIR of --to must not exist, or be empty. Its passphrase should be
                  another one, so that the node's opens nothing either. Run it again after every rotation of keys.
            """;

    private VaultCommand() {}

    /**
     * Runs one command.
     *
     * @param args what follows the word {@code vault}
     */
    public static int run(List<String> args, PrintStream out) {
        var job = IntakeNode.of(args);
        if (job.isEmpty()) {
            out.print(USAGE);
            return UNUSABLE;
        }
        try {
            make(job.get());
            out.println("Made " + job.get().to + ": blind keys and public halves, nothing that opens.");
            return DONE;
        } catch (KeyUnavailable | IOException | IllegalArgumentException e) {
            out.println("Nothing was made: " + e.getMessage());
            return UNUSABLE;
        }
    }

    /** From which directory to make which. */
    private record IntakeNode(Path from, Path passphraseFile, Path to, Path newPassphraseFile) {
        static Optional<IntakeNode> of(List<String> args) {
            if (args.size() != 9 || !args.get(0).equals("intake-node")) {
                return Optional.empty();
            }
            var options = new LinkedHashMap<String, String>();
            for (var at = 1; at < args.size(); at += 2) {
                options.put(args.get(at), args.get(at + 1));
            }
            var paths = Stream.of("--from", "--passphrase-file", "--to", "--new-passphrase-file")
                    .filter(options::containsKey)
                    .map(name -> Path.of(options.get(name)))
                    .toList();
            return paths.size() < 4
                    ? Optional.empty()
                    : Optional.of(new IntakeNode(paths.get(0), paths.get(1), paths.get(2), paths.get(3)));
        }
    }

    private static void make(IntakeNode node) throws IOException {
        var passphrase = new VaultSettings(node.from, null, node.passphraseFile);
        var newPassphrase = new VaultSettings(node.to, null, node.newPassphraseFile);
        newPassphrase.readPassphrase(); // fails before anything is made
        try (var unlocked = new FileRootKey(node.from, passphrase::readPassphrase).unlock()) {
            DurableFiles.createDirectories(node.to);
            requireEmpty(node.to);
            copyPublicHalves(node.from, node.to);
            new FileRootKey(node.to, newPassphrase::readPassphrase).store(null, blindKeys(unlocked));
        }
    }

    private static void requireEmpty(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            if (files.findAny().isPresent()) {
                throw new IOException(directory + " is not empty");
            }
        }
    }

    private static void copyPublicHalves(Path from, Path to) throws IOException {
        var copied = 0;
        try (var files = Files.newDirectoryStream(from, "*" + KeyPairFiles.PUBLIC)) {
            for (var file : files) {
                DurableFiles.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
                copied++;
            }
        }
        if (copied < Recipient.values().length) {
            throw new IOException(from + " does not hold every recipient's public half");
        }
    }

    private static Map<BlindField, WipedKey> blindKeys(RootKeyProvider.Unlocked unlocked) {
        var keys = new EnumMap<BlindField, WipedKey>(BlindField.class);
        for (var field : BlindField.values()) {
            unlocked.blindKey(field).ifPresent(key -> keys.put(field, key));
        }
        return keys;
    }
}
