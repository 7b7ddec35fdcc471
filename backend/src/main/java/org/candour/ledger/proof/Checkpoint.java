package org.candour.ledger.proof;

import java.util.regex.Pattern;

/**
 * The text of a checkpoint (C2SP tlog-checkpoint v1.0.0).
 *
 * @param origin the name of the log
 * @param size the number of its leaves
 * @param root the root of the tree over them
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,18}");

    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /**
     * Reads the text of a note as a checkpoint. Extension lines are allowed and ignored.
     *
     * @throws ProofRejected if it is none
     */
    public static Checkpoint parse(String text) throws ProofRejected {
        var lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
            throw new ProofRejected("Not a checkpoint: three lines or more are expected");
        }
        for (int i = 0; i < lines.length - 1; i++) {
            if (lines[i].isEmpty()) {
                throw new ProofRejected("Not a checkpoint: it has an empty line");
            }
        }
        var checkpoint = new Checkpoint(lines[0], decimal(lines[1]), Hash.parse(lines[2]));
        if (checkpoint.size == 0 && !checkpoint.root.equals(Hash.ofEmptyTree())) {
            throw new ProofRejected("The root is not that of an empty tree");
        }
        return checkpoint;
    }

    /**
     * Opens a signed checkpoint of the log that is named as its key.
     *
     * @throws ProofRejected if the note does not hold, or is no checkpoint of that log
     */
    public static Checkpoint open(byte[] note, VerifierKey key) throws ProofRejected {
        var checkpoint = parse(key.open(note));
        if (!checkpoint.origin.equals(key.name())) {
            throw new ProofRejected("A checkpoint of " + checkpoint.origin + ", not of " + key.name());
        }
        return checkpoint;
    }

    /** A number as checkpoints and proofs write it: decimal, without leading zeros. */
    static long decimal(String line) throws ProofRejected {
        if (!DECIMAL.matcher(line).matches()) {
            throw new ProofRejected("Not a decimal number without leading zeros");
        }
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException e) {
            throw new ProofRejected("Too large a number", e);
        }
    }
}
