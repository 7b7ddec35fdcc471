package org.candour.ledger;

import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import org.candour.ledger.witness.WitnessCommand;

/** What runs without Candour: the verifier and the witness, from a small jar of their own or from Candour's. */
public final class OfflineTools {
    private OfflineTools() {}

    /**
     * Runs the tool that the first word names, if it names one.
     *
     * @return its exit code
     */
    public static OptionalInt run(List<String> words, PrintStream out) {
        var tool = words.isEmpty() ? "" : words.get(0);
        return switch (tool) {
            case "verify" -> OptionalInt.of(VerifierCommand.run(words.subList(1, words.size()), out));
            case "witness" -> OptionalInt.of(WitnessCommand.run(words.subList(1, words.size()), out));
            default -> OptionalInt.empty();
        };
    }

    /** The small jar's way in. */
    public static void main(String[] args) {
        var code = run(List.of(args), System.out);
        if (code.isEmpty()) {
            System.out.println("Usage: verify ... or witness ...");
        }
        System.exit(code.orElse(VerifierCommand.UNUSABLE));
    }
}
