package org.candour.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.candour.ledger.proof.Checkpoint;
import org.candour.ledger.proof.ProofRejected;
import org.candour.ledger.proof.Tiles;
import org.candour.ledger.proof.Tree;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs checkpoints, and never two that contradict each other: what was signed before, by whichever instance, is remembered
 * here, in the store and outside it, and a tree that did not grow out of that is refused.
 */
final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final LogKey key;
    private final LedgerStore store;
    private final Tiles tiles;
    private final OutsideCheckpoints outside;
    private final Clock clock;
    private @Nullable Signed newest;
    private boolean isOutsideRead;

    /** A checkpoint, the note that it was read from, and when it was signed, which the second signature says. */
    record Signed(Checkpoint checkpoint, String note, Optional<Instant> at) {
        long size() {
            return checkpoint.size();
        }
    }

    Checkpoints(LogKey key, LedgerStore store, Tiles tiles, OutsideCheckpoints outside, Clock clock) {
        this.key = key;
        this.store = store;
        this.tiles = tiles;
        this.outside = outside;
        this.clock = clock;
    }

    /**
     * Decides whether a tree just read may be used: the key must be there before anything is appended, since it is made on
     * an empty log only.
     *
     * @throws LedgerUnavailable if it is not the log that was signed so far
     */
    void inspect(Tree tree) {
        key.signer();
        requireGrownFrom(newest(), tree);
    }

    /**
     * What was signed last. To be asked for before the tree that is to be signed, because the log may grow between.
     *
     * @throws LedgerUnavailable if it is not signed with our key
     */
    synchronized Optional<Signed> newest() {
        if (!isOutsideRead) {
            readOutside();
        }
        store.lastCheckpoint().map(this::read).ifPresent(this::remember);
        return Optional.ofNullable(newest);
    }

    /** Tried again until it answers; an alarm is up until then. */
    private void readOutside() {
        try {
            outside.last().map(this::read).ifPresent(this::remember);
            isOutsideRead = true;
        } catch (IOException e) {
            LOG.debug("The checkpoints outside the database are not read yet", e);
        }
    }

    /**
     * Signs the tree, or returns what was signed for its size.
     *
     * @throws LedgerUnavailable if it contradicts what was signed before
     */
    synchronized Signed sign(Optional<Signed> before, Tree tree) {
        requireGrownFrom(before, tree);
        requireGrownFrom(Optional.ofNullable(newest), tree);
        var signed = newest != null && newest.size() == tree.size() ? newest : signNew(tree);
        remember(signed);
        outside.keep(signed.size(), signed.note());
        return signed;
    }

    private Signed signNew(Tree tree) {
        var signer = key.signer();
        var checkpoint = new Checkpoint(signer.verifierKey().name(), tree.size(), tree.root());
        var at = now();
        var note = signer.sign(checkpoint.text()) + key.second().line(checkpoint.text(), at);
        var signed = new Signed(checkpoint, note, Optional.of(at));
        if (store.putCheckpoint(tree.size(), signed.note())) {
            return signed;
        }
        var other = store.checkpoint(tree.size())
                .map(this::read)
                .orElseThrow(() -> new LedgerUnavailable("The checkpoint of another instance cannot be read yet"));
        requireGrownFrom(Optional.of(other), tree);
        return other;
    }

    /** Never before the checkpoint before: a clock that was set back must not make the log look as if it was. */
    private Instant now() {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return Optional.ofNullable(newest)
                .flatMap(Signed::at)
                .filter(now::isBefore)
                .orElse(now);
    }

    private void requireGrownFrom(Optional<Signed> before, Tree tree) {
        if (before.isEmpty()) {
            return;
        }
        var signed = before.get().checkpoint();
        if (tree.size() < signed.size()) {
            throw refused("The store holds " + tree.size() + " ledger entries, but " + signed.size()
                    + " were signed: entries are missing");
        }
        if (!tree.rootAt(signed.size(), tiles).equals(signed.root())) {
            throw refused("The first " + signed.size() + " ledger entries are not those that were signed");
        }
    }

    private static LedgerUnavailable refused(String message) {
        LOG.error("{}. Nothing is appended or signed until this is resolved", message);
        return new LedgerUnavailable(message);
    }

    private void remember(Signed signed) {
        newest = Stream.ofNullable(newest)
                .filter(known -> known.size() >= signed.size())
                .findFirst()
                .orElse(signed);
    }

    private Signed read(String note) {
        if (newest != null && newest.note().equals(note)) {
            return newest; // verified when it was read first
        }
        try {
            var vouched = key.policy().open(note.getBytes(StandardCharsets.UTF_8));
            return new Signed(vouched.checkpoint(), note, vouched.secondSignedAt());
        } catch (ProofRejected e) {
            LOG.error("A checkpoint of this log is not signed by this key and name", e);
            throw new LedgerUnavailable("A checkpoint of this log is not signed by this key and name", e);
        }
    }
}
