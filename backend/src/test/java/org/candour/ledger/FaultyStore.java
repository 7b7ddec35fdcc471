package org.candour.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.candour.ledger.proof.Tile;

/** A store that fails one chosen write: lost (it was not done) or kept (it was done, and the answer was lost). */
final class FaultyStore implements LedgerStore {
    /** What becomes of the write that fails. */
    enum Fault {
        LOST,
        KEPT,
        /** Done up to the middle of the batch. */
        HALF_KEPT
    }

    private final LedgerStore store;
    private final Fault fault;
    private final int failing;
    private int writes;
    private boolean isDown;

    FaultyStore(LedgerStore store, Fault fault, int failing) {
        this.store = store;
        this.fault = fault;
        this.failing = failing;
    }

    synchronized int writes() {
        return writes;
    }

    /** After this, every call fails until the store comes back. */
    synchronized void goDown(boolean isDown) {
        this.isDown = isDown;
    }

    private synchronized boolean fails() {
        return writes++ == failing;
    }

    private synchronized void requireUp() {
        if (isDown) {
            throw new LedgerUnavailable("The test says: down");
        }
    }

    private static LedgerUnavailable silence() {
        return new LedgerUnavailable("The test says: no answer");
    }

    @Override
    public void prepare() {
        requireUp();
        boolean isFailing = fails();
        if (!isFailing || fault == Fault.KEPT) {
            store.prepare();
        }
        if (isFailing) {
            throw silence();
        }
    }

    @Override
    public boolean isEmpty() {
        requireUp();
        return store.isEmpty();
    }

    @Override
    public void append(List<StoredEntry> entries) throws IndexTaken {
        requireUp();
        if (!fails()) {
            store.append(entries);
            return;
        }
        switch (fault) {
            case LOST -> {}
            case KEPT -> store.append(entries);
            case HALF_KEPT -> store.append(entries.subList(0, (entries.size() + 1) / 2));
        }
        throw silence();
    }

    @Override
    public List<StoredEntry> entries(long from, int limit) {
        requireUp();
        return store.entries(from, limit);
    }

    @Override
    public List<StoredEntry> entriesOf(UUID caseId, long before, int limit) {
        requireUp();
        return store.entriesOf(caseId, before, limit);
    }

    @Override
    public List<StoredEntry> refusals(String reason, long before, int limit) {
        requireUp();
        return store.refusals(reason, before, limit);
    }

    @Override
    public void putTile(Tile tile) {
        requireUp();
        boolean isFailing = fails();
        if (!isFailing || fault == Fault.KEPT) {
            store.putTile(tile);
        }
        if (isFailing) {
            throw silence();
        }
    }

    @Override
    public List<Tile> tiles(int level, long from, long to) {
        requireUp();
        return store.tiles(level, from, to);
    }

    @Override
    public OptionalLong lastTile(int level) {
        requireUp();
        return store.lastTile(level);
    }

    @Override
    public boolean putCheckpoint(long size, String note) {
        requireUp();
        boolean isFailing = fails();
        boolean isNew = (isFailing && fault != Fault.KEPT) || store.putCheckpoint(size, note);
        if (isFailing) {
            throw silence();
        }
        return isNew;
    }

    @Override
    public Optional<String> checkpoint(long size) {
        requireUp();
        return store.checkpoint(size);
    }

    @Override
    public Optional<String> lastCheckpoint() {
        requireUp();
        return store.lastCheckpoint();
    }

    @Override
    public void putCosignature(long size, String witness, String lines) {
        requireUp();
        store.putCosignature(size, witness, lines);
    }

    @Override
    public Map<String, String> cosignatures(long size) {
        requireUp();
        return store.cosignatures(size);
    }
}
