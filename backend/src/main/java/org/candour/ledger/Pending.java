package org.candour.ledger;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.candour.ledger.proof.Hash;

/** An entry that waits to be durable, and the caller who waits with it. */
final class Pending {
    private final byte[] bytes;
    private final Optional<UUID> caseId;
    private final Optional<String> refusal;
    private final Hash leafHash;
    private final CompletableFuture<Long> index = new CompletableFuture<>();

    /**
     * @param caseId by which the entry is found
     * @param refusal why it refuses, by which it is found too
     */
    Pending(byte[] bytes, Optional<UUID> caseId, Optional<String> refusal) {
        this.bytes = bytes.clone();
        this.caseId = caseId;
        this.refusal = refusal;
        this.leafHash = Hash.ofLeaf(bytes);
    }

    /** Unlike that of any other entry, through the nonce. */
    Hash leafHash() {
        return leafHash;
    }

    StoredEntry at(long index) {
        return new StoredEntry(index, bytes, caseId, refusal);
    }

    void complete(long index) {
        this.index.complete(index);
    }

    void fail(LedgerUnavailable cause) {
        index.completeExceptionally(cause);
    }

    /** Nobody waits any more, so it need not be written. */
    boolean isAbandoned() {
        return index.isDone();
    }

    /** @throws LedgerUnavailable if it is not durable in time; it may become so later */
    long await(Duration wait) {
        try {
            return index.get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            index.cancel(false);
            throw new LedgerUnavailable("The ledger entry was not durable within " + wait, e);
        } catch (InterruptedException e) {
            index.cancel(false);
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("Interrupted while waiting for the ledger", e);
        } catch (ExecutionException e) {
            throw new LedgerUnavailable("The ledger entry could not be made durable", e);
        }
    }
}
