package org.candour.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.candour.ledger.proof.Tile;

/**
 * Where the log is kept. It only ever grows: nothing here changes or removes. What a method returned is durable, and what a
 * method read can no longer be rolled back.
 *
 * <p>Every method throws {@link LedgerUnavailable} if the store did not answer; whether a write was done is then unknown.
 */
interface LedgerStore {
    /** Makes the indexes; may be called again. */
    void prepare();

    /** Whether no entry and no checkpoint was ever written. */
    boolean isEmpty();

    /**
     * Writes entries in their order, and stops at the first that fails, so that no gap arises.
     *
     * @throws IndexTaken if an index is in use
     */
    void append(List<StoredEntry> entries) throws IndexTaken;

    /** At most {@code limit} entries from index {@code from} on, in ascending order. */
    List<StoredEntry> entries(long from, int limit);

    /** The newest entries of a case, all older than {@code before}, in descending order. */
    List<StoredEntry> entriesOf(UUID caseId, long before, int limit);

    /** The newest entries that refuse for a reason, all older than {@code before}, in descending order. */
    List<StoredEntry> refusals(String reason, long before, int limit);

    /**
     * Keeps a full tile. The same tile again changes nothing.
     *
     * @throws LedgerUnavailable also if another tile is in its place
     */
    void putTile(Tile tile);

    /** Tiles {@code from} to before {@code to} of a level, in ascending order, those that there are. */
    List<Tile> tiles(int level, long from, long to);

    /** The number of the last tile of a level. */
    OptionalLong lastTile(int level);

    /** Keeps a signed checkpoint, unless there is one of this size: then false, and nothing changes. */
    boolean putCheckpoint(long size, String note);

    Optional<String> checkpoint(long size);

    /** The signed checkpoint of the largest size. */
    Optional<String> lastCheckpoint();

    /** Keeps the cosignature lines of a witness for the checkpoint of this size, unless there are some. */
    void putCosignature(long size, String witness, String lines);

    /** The cosignature lines for the checkpoint of this size, by the name of the witness. */
    Map<String, String> cosignatures(long size);
}
