package org.candour.ledger.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Whose signatures a checkpoint needs to be believed. What is present is always checked: a signature by any of these keys
 * that does not hold rejects the checkpoint, whether the signature was needed or not.
 *
 * @param log the log's Ed25519 key: required, and named as the log
 * @param second the log's ML-DSA-44 key, where it is known; whether it has signed is told
 * @param witnesses keys of witnesses; several of one name are one witness
 * @param quorum how many witnesses must have cosigned
 */
public record Policy(VerifierKey log, Optional<VerifierKey> second, List<VerifierKey> witnesses, int quorum) {
    /**
     * A checkpoint that the policy accepts.
     *
     * @param secondSignedAt when the log's second key has signed, too; empty if it has not
     * @param cosigned the witnesses that have cosigned, each with the latest time it vouches for
     */
    public record Vouched(Checkpoint checkpoint, Optional<Instant> secondSignedAt, Map<String, Instant> cosigned) {}

    /** @throws IllegalArgumentException if keys do not fit their parts, one is given twice, or the quorum is out of reach */
    public Policy {
        witnesses = List.copyOf(witnesses);
        if (log.isCosigner() || second.filter(key -> !key.isCosigner()).isPresent()) {
            throw new IllegalArgumentException("The log's first key is of type 0x01, its second of type 0x06");
        }
        if (second.filter(key -> !key.name().equals(log.name())).isPresent()) {
            throw new IllegalArgumentException("Both keys of the log have its name");
        }
        requireOthers(log, second, witnesses);
        long names = witnesses.stream().map(VerifierKey::name).distinct().count();
        if (quorum < 0 || quorum > names) {
            throw new IllegalArgumentException("The quorum is 0 to " + names + ", the number of witnesses");
        }
    }

    private static void requireOthers(VerifierKey log, Optional<VerifierKey> second, List<VerifierKey> witnesses) {
        var known = new ArrayList<VerifierKey>(List.of(log));
        second.ifPresent(known::add);
        for (var witness : witnesses) {
            if (!witness.isCosigner() || witness.name().equals(log.name())) {
                throw new IllegalArgumentException("The key of a witness is of type 0x04 or 0x06, and not the log's");
            }
            if (known.stream().anyMatch(witness::isSamePublicKey)) {
                throw new IllegalArgumentException("A public key is given twice");
            }
            known.add(witness);
        }
    }

    /** The policy that asks for the log's own signature and nothing else. */
    public static Policy of(VerifierKey log) {
        return new Policy(log, Optional.empty(), List.of(), 0);
    }

    /**
     * Opens a signed checkpoint.
     *
     * @throws ProofRejected if it is malformed, of another log, not signed as the policy asks, or any signature by a key of
     *     the policy does not hold
     */
    public Vouched open(byte[] note) throws ProofRejected {
        var checkpoint = Checkpoint.open(note, log);
        var parsed = Note.parse(note);
        var secondAt = second.isPresent() ? second.get().signedAt(parsed) : OptionalLong.empty();
        var cosigned = new TreeMap<String, Instant>();
        for (var witness : witnesses) {
            instant(witness.signedAt(parsed)).ifPresent(at -> cosigned.merge(witness.name(), at, Policy::later));
        }
        if (cosigned.size() < quorum) {
            throw new ProofRejected(
                    cosigned.size() + " of the given witnesses have cosigned, and " + quorum + " are required");
        }
        return new Vouched(checkpoint, instant(secondAt), Map.copyOf(cosigned));
    }

    private static Optional<Instant> instant(OptionalLong seconds) {
        return seconds.isPresent() ? Optional.of(Instant.ofEpochSecond(seconds.getAsLong())) : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
