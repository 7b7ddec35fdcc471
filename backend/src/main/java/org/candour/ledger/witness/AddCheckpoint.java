package org.candour.ledger.witness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.candour.ledger.proof.Checkpoint;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.ProofRejected;

/**
 * What a log asks of a witness (C2SP tlog-witness, {@code add-checkpoint}).
 *
 * @param oldSize the size that the log believes the witness to know
 * @param proof the consistency proof from there to the checkpoint
 * @param text the checkpoint without its signatures, not verified yet
 * @param note the signed checkpoint as it came
 */
record AddCheckpoint(long oldSize, List<Hash> proof, Checkpoint checkpoint, String text, String note) {
    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");
    private static final int MAX_PROOF = 63;

    AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** @throws ProofRejected if it is malformed, or the old size exceeds the new */
    static AddCheckpoint parse(byte[] body) throws ProofRejected {
        var whole = new String(body, StandardCharsets.UTF_8);
        int blank = whole.indexOf("\n\n");
        int end = whole.lastIndexOf("\n\n");
        if (blank < 0 || end <= blank || !Arrays.equals(body, whole.getBytes(StandardCharsets.UTF_8))) {
            throw new ProofRejected("Not lines, a blank one and a signed checkpoint in UTF-8");
        }
        var lines = whole.substring(0, blank).split("\n", -1);
        var old = OLD.matcher(lines[0]);
        if (!old.matches() || lines.length - 1 > MAX_PROOF) {
            throw new ProofRejected("The old size is missing, or the proof has more than 63 lines");
        }
        var proof = new ArrayList<Hash>();
        for (var line : Arrays.asList(lines).subList(1, lines.length)) {
            proof.add(Hash.parse(line));
        }
        var text = whole.substring(blank + 2, end + 1);
        var checkpoint = Checkpoint.parse(text);
        long oldSize = Long.parseLong(old.group(1));
        if (oldSize > checkpoint.size()) {
            throw new ProofRejected("The old size is larger than that of the checkpoint");
        }
        return new AddCheckpoint(oldSize, proof, checkpoint, text, whole.substring(blank + 2));
    }
}
