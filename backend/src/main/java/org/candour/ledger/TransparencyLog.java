package org.candour.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.candour.ledger.proof.CompactRange;
import org.candour.ledger.proof.Hash;
import org.candour.ledger.proof.Tiles;
import org.candour.ledger.proof.Tree;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tree over what is in the store, and the one way to add to it. Other instances add to the same store at the same time.
 *
 * <p>Invariant: an index is offered only when the entries before it were read back or acknowledged. So no gap arises; and an
 * entry whose write got no answer is either found again by its hash, or its index is lost to it, and it cannot appear twice.
 */
final class TransparencyLog {
    private static final Logger LOG = LoggerFactory.getLogger(TransparencyLog.class);
    private static final int PAGE = 1_000;
    private static final int MAX_SILENCES = 2;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final LedgerStore store;
    private final TileShelf shelf;
    private final Consumer<Tree> inspection;
    private final Turn turn;
    private final States states = new States();
    private volatile boolean isRead;

    /** Null until the store was first read; all access in turn. */
    private @Nullable Tree tree;

    /** @param inspection is shown each tree that was read from the store, and throws if it must not be used */
    TransparencyLog(LedgerStore store, TileShelf shelf, Consumer<Tree> inspection, Duration maxWait) {
        this.store = store;
        this.shelf = shelf;
        this.inspection = inspection;
        this.turn = new Turn(maxWait);
    }

    Tiles tiles() {
        return shelf;
    }

    /**
     * What the entries read so far say of each aggregate; complete up to the last entry that this instance has appended.
     *
     * @throws LedgerUnavailable if the log has yet to be read and cannot be
     */
    States states() {
        if (!isRead) {
            open();
        }
        return states;
    }

    /**
     * The tree over all that is durable at this moment.
     *
     * @throws LedgerUnavailable if the store does not answer, or what it holds is not this log
     */
    Tree upToDate() {
        return turn.take(() -> caughtUp(new LinkedHashMap<>()));
    }

    /** Reads the store for the first time, unless that is done: before, there may be no key and no index. */
    void open() {
        var unused = turn.take(() -> tree == null ? caughtUp(new LinkedHashMap<>()) : tree);
    }

    /** Makes a batch durable and completes each entry of it, one way or the other. */
    void append(List<Pending> batch) {
        var open = new LinkedHashMap<Hash, Pending>();
        batch.forEach(pending -> open.put(pending.leafHash(), pending));
        turn.await(() -> appendOrFail(open));
    }

    private void appendOrFail(Map<Hash, Pending> open) {
        try {
            appendAll(open);
        } catch (LedgerUnavailable e) {
            open.values().forEach(pending -> pending.fail(e));
        } catch (RuntimeException e) {
            LOG.error("The ledger could not append", e);
            open.values().forEach(pending -> pending.fail(new LedgerUnavailable("The ledger could not append", e)));
        }
    }

    private void appendAll(Map<Hash, Pending> open) {
        int silences = 0;
        boolean isBehind = tree == null;
        while (true) {
            open.values().removeIf(Pending::isAbandoned);
            try {
                var base = isBehind || tree == null ? caughtUp(open) : tree;
                offer(base, open);
                return;
            } catch (IndexTaken e) {
                LOG.debug("Another instance appended first", e);
            } catch (LedgerUnavailable e) {
                if (++silences == MAX_SILENCES) {
                    throw e;
                }
            }
            isBehind = true;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void offer(Tree base, Map<Hash, Pending> open) throws IndexTaken {
        if (!open.isEmpty()) {
            long index = base.size();
            var entries = new ArrayList<StoredEntry>(open.size());
            for (var pending : open.values()) {
                entries.add(pending.at(index++));
            }
            store.append(entries);
            var grown = base.plus(List.copyOf(open.keySet()));
            tree = grown;
            entries.forEach(states::take);
            entries.forEach(entry -> complete(open, entry.leafHash(), entry.index()));
            tree = withTilesStored(grown);
        }
    }

    private static void complete(Map<Hash, Pending> open, Hash leafHash, long index) {
        var pending = open.remove(leafHash);
        if (pending != null) {
            pending.complete(index);
        }
    }

    /** Reads what was written since, by others or by a write of ours that got no answer. */
    private Tree caughtUp(Map<Hash, Pending> open) {
        boolean isFirst = tree == null;
        var grown = tree == null ? opened() : tree;
        List<StoredEntry> page;
        do {
            page = store.entries(grown.size(), PAGE);
            requireNoGap(grown.size(), page);
            grown = grown.plus(page.stream().map(StoredEntry::leafHash).toList());
            if (!isFirst) {
                tree = grown;
            }
            page.forEach(states::take);
            page.forEach(entry -> complete(open, entry.leafHash(), entry.index()));
        } while (page.size() == PAGE);
        if (isFirst) {
            inspection.accept(grown);
        }
        grown = withTilesStored(grown);
        tree = grown;
        isRead = true;
        return grown;
    }

    private Tree opened() {
        store.prepare();
        var covered = shelf.covered();
        replay(covered);
        return covered;
    }

    /** Reads all that the tiles cover, for what it says, and to see that it is what the tiles were made of. */
    private void replay(Tree covered) {
        var range = CompactRange.empty();
        while (range.size() < covered.size()) {
            var page = store.entries(range.size(), (int) Math.min(PAGE, covered.size() - range.size()));
            requireNoGap(range.size(), page);
            if (page.isEmpty()) {
                throw new LedgerUnavailable("Ledger entry " + range.size() + " is missing from the store");
            }
            for (var entry : page) {
                range = range.plus(entry.leafHash());
                states.take(entry);
            }
        }
        if (!range.root().equals(covered.root())) {
            throw new LedgerUnavailable("The ledger's entries are not those that its hash tiles were made of");
        }
    }

    static void requireNoGap(long from, List<StoredEntry> page) {
        for (int i = 0; i < page.size(); i++) {
            if (page.get(i).index() != from + i) {
                throw new LedgerUnavailable("Ledger entry " + (from + i) + " is missing from the store");
            }
        }
    }

    /** A tile that could not be stored stays with the tree and is tried again with the next batch. */
    private Tree withTilesStored(Tree grown) {
        int stored = 0;
        try {
            for (var tile : grown.filled()) {
                store.putTile(tile);
                stored++;
            }
        } catch (LedgerUnavailable e) {
            LOG.warn("A full hash tile of the ledger is not stored yet", e);
        }
        return stored == 0 ? grown : grown.withStored(stored);
    }
}
