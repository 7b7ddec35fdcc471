package org.candour.ledger;

import java.util.Optional;
import java.util.UUID;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.ProofRejected;

/** An entry as the store keeps it: its position, its bytes, and by which it is found: the case, and why it refuses. */
final class StoredEntry {
    private final long index;
    private final byte[] bytes;
    private final Optional<UUID> caseId;
    private final Optional<String> refusal;

    StoredEntry(long index, byte[] bytes, Optional<UUID> caseId, Optional<String> refusal) {
        this.index = index;
        this.bytes = bytes.clone();
        this.caseId = caseId;
        this.refusal = refusal;
    }

    long index() {
        return index;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    Optional<UUID> caseId() {
        return caseId;
    }

    Optional<String> refusal() {
        return refusal;
    }

    Hash leafHash() {
        return Hash.ofLeaf(bytes);
    }

    /**
     * The state of an aggregate that the entry is about; empty for an act, whose bytes are not read any further.
     *
     * @throws LedgerUnavailable as {@link #recorded}
     */
    Optional<Change> change() {
        return Leaf.isOfChange(bytes) ? recorded().entry().change() : Optional.empty();
    }

    /** @throws LedgerUnavailable if the bytes are no entry: somebody changed the store behind our back */
    Recorded recorded() {
        try {
            var leaf = Leaf.parse(bytes);
            return new Recorded(index, leaf.at(), leaf.entry());
        } catch (ProofRejected e) {
            throw new LedgerUnavailable("Ledger entry " + index + " cannot be read", e);
        }
    }
}
