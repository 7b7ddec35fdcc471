package org.candour.ledger.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.candour.ledger.proof.Checkpoint;
import org.candour.ledger.proof.Cosigner;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.ProofCheck;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.VerifierKey;

/**
 * Cosigns a checkpoint of a known log if it grew out of the last one it cosigned (C2SP tlog-witness). What it knew last is
 * compared and replaced under one lock, and is on the disk before it answers.
 */
final class Witness {
    private final List<VerifierKey> logs;
    private final List<Cosigner> cosigners;
    private final KnownLogs known;
    private final Clock clock;

    /** What the last cosigned checkpoint of a log said, and when. */
    private record Last(long size, Hash root, Instant at) {
        static final Last NONE = new Last(0, Hash.ofEmptyTree(), Instant.EPOCH);
    }

    /**
     * A witness for these logs.
     *
     * @param logs verifier keys; several of one name are keys of one log
     * @param cosigners its own keys, all of one name
     */
    Witness(List<VerifierKey> logs, List<Cosigner> cosigners, KnownLogs known, Clock clock) {
        this.logs = List.copyOf(logs);
        this.cosigners = List.copyOf(cosigners);
        this.known = known;
        this.clock = clock;
    }

    /** @throws IOException if what it knows cannot be read or written; nothing was cosigned then */
    Answer add(byte[] body) throws IOException {
        AddCheckpoint request;
        try {
            request = AddCheckpoint.parse(body);
        } catch (ProofRejected e) {
            return Answer.refused(400);
        }
        var origin = request.checkpoint().origin();
        var keys = logs.stream().filter(key -> key.name().equals(origin)).toList();
        if (keys.isEmpty()) {
            return Answer.refused(404);
        }
        return isSigned(request, keys) ? compare(request) : Answer.refused(403);
    }

    /** By one of the log's keys at least, and by none of them wrongly. */
    private static boolean isSigned(AddCheckpoint request, List<VerifierKey> keys) {
        boolean isSigned = false;
        var note = request.note().getBytes(StandardCharsets.UTF_8);
        try {
            for (var key : keys) {
                isSigned |= key.signedAt(note).isPresent();
            }
            return isSigned;
        } catch (ProofRejected e) {
            return false;
        }
    }

    private synchronized Answer compare(AddCheckpoint request) throws IOException {
        var checkpoint = request.checkpoint();
        var last = last(checkpoint.origin());
        if (request.oldSize() != last.size()) {
            return Answer.conflict(last.size());
        }
        if (checkpoint.size() == last.size() && !checkpoint.root().equals(last.root())) {
            return Answer.conflict(last.size());
        }
        try {
            requireGrown(last, request);
        } catch (ProofRejected e) {
            return Answer.refused(422);
        }
        return cosign(request, last);
    }

    private static void requireGrown(Last last, AddCheckpoint request) throws ProofRejected {
        if (last.size() > 0) {
            var checkpoint = request.checkpoint();
            ProofCheck.consistency(last.size(), last.root(), checkpoint.size(), checkpoint.root(), request.proof());
        } else if (!request.proof().isEmpty()) {
            throw new ProofRejected("The proof from an empty tree must be empty");
        }
    }

    private Answer cosign(AddCheckpoint request, Last last) throws IOException {
        var now = clock.instant();
        var at = now.isBefore(last.at()) ? last.at() : now; // a clock set back must not make it seem fresher before
        var lines = new StringBuilder();
        cosigners.forEach(cosigner -> lines.append(cosigner.line(request.text(), at)));
        known.remember(request.checkpoint().origin(), request.text() + "\n" + lines);
        return Answer.cosigned(lines.toString());
    }

    private Last last(String origin) throws IOException {
        var note = known.last(origin);
        return note.isPresent() ? ours(note.get()) : Last.NONE;
    }

    /** A file that we did not write must not decide. */
    private Last ours(byte[] note) throws IOException {
        try {
            var first = cosigners.get(0).verifierKey();
            var checkpoint = Checkpoint.parse(first.open(note));
            for (var cosigner : cosigners) {
                cosigner.verifierKey().open(note);
            }
            long at = first.signedAt(note).orElse(0);
            return new Last(checkpoint.size(), checkpoint.root(), Instant.ofEpochSecond(at));
        } catch (ProofRejected e) {
            throw new IOException("What the witness remembers is not signed by itself", e);
        }
    }

    /** The keys that its cosignatures are checked with. */
    List<VerifierKey> verifierKeys() {
        return cosigners.stream().map(Cosigner::verifierKey).toList();
    }
}
