package org.candour.ledger.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A proof that an entry is in the log, to be checked offline (draft {@code c2sp.org/tlog-proof@v1}).
 *
 * @param index the entry's position
 * @param path the inclusion proof, from the leaf's sibling up
 * @param checkpoint the signed checkpoint it leads to
 */
public record TlogProof(long index, List<Hash> path, String checkpoint) {
    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int MAX_PATH = 63;

    public TlogProof {
        path = List.copyOf(path);
    }

    public String text() {
        var text = new StringBuilder(FIRST_LINE + "\n" + INDEX + index + "\n");
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }

    /**
     * Reads a proof. Its {@code extra} line is read over: nothing vouches for it.
     *
     * @throws ProofRejected if it is malformed
     */
    public static TlogProof parse(byte[] bytes) throws ProofRejected {
        var whole = new String(bytes, StandardCharsets.UTF_8);
        int blank = whole.indexOf("\n\n");
        if (blank < 0 || !Arrays.equals(bytes, whole.getBytes(StandardCharsets.UTF_8))) {
            throw new ProofRejected("Not a proof: no blank line before the checkpoint, or not UTF-8");
        }
        var lines = new ArrayList<String>(List.of(whole.substring(0, blank).split("\n", -1)));
        requireLine(lines.remove(0).equals(FIRST_LINE), FIRST_LINE);
        if (!lines.isEmpty() && lines.get(0).startsWith(EXTRA)) {
            StrictBase64.decode(lines.remove(0).substring(EXTRA.length()));
        }
        requireLine(!lines.isEmpty() && lines.get(0).startsWith(INDEX), "index");
        long index = Checkpoint.decimal(lines.remove(0).substring(INDEX.length()));
        if (lines.size() > MAX_PATH) {
            throw new ProofRejected("A path of more than 63 hashes");
        }
        var path = new ArrayList<Hash>();
        for (var line : lines) {
            path.add(Hash.parse(line));
        }
        return new TlogProof(index, path, whole.substring(blank + 2));
    }

    private static void requireLine(boolean isThere, String line) throws ProofRejected {
        if (!isThere) {
            throw new ProofRejected("Not a proof: the line '" + line + "' is missing");
        }
    }

    /**
     * Checks the proof for an entry.
     *
     * @return the checkpoint that now vouches for the entry
     * @throws ProofRejected if the checkpoint is not signed by {@code key}, or the entry is not where the proof says
     */
    public Checkpoint check(byte[] entry, VerifierKey key) throws ProofRejected {
        return check(entry, Policy.of(key)).checkpoint();
    }

    /**
     * Checks the proof for an entry.
     *
     * @return the checkpoint that now vouches for the entry, and who vouches for it
     * @throws ProofRejected if the checkpoint is not signed as the policy asks, or the entry is not where the proof says
     */
    public Policy.Vouched check(byte[] entry, Policy policy) throws ProofRejected {
        var vouched = policy.open(checkpoint.getBytes(StandardCharsets.UTF_8));
        var signed = vouched.checkpoint();
        ProofCheck.inclusion(Hash.ofLeaf(entry), index, signed.size(), path, signed.root());
        return vouched;
    }
}
