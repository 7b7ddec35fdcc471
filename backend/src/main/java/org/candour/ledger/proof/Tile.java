package org.candour.ledger.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A full hash tile of C2SP tlog-tiles: 256 neighbouring hashes of one level. Level 0 holds leaf hashes; each hash of a
 * level above is the root of a full tile below. It never changes once the log has grown past it.
 *
 * @param level 0 for leaves
 * @param number its position in the level, from 0
 * @param hashes exactly 256
 */
public record Tile(int level, long number, List<Hash> hashes) {
    public static final int WIDTH = 256;
    /** Tree levels in a tile: {@code 2^8 = 256}. */
    static final int HEIGHT = 8;

    private static final int MAX_LEVEL = 7;

    public Tile {
        if (level < 0 || level > MAX_LEVEL || number < 0 || hashes.size() != WIDTH) {
            throw new IllegalArgumentException("No such tile: level " + level + ", number " + number);
        }
        hashes = List.copyOf(hashes);
    }

    /**
     * Reads the 8,192 bytes of a stored tile.
     *
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static Tile of(int level, long number, byte[] bytes) {
        if (bytes.length != WIDTH * Hash.SIZE_BYTES) {
            throw new IllegalArgumentException("A full tile has 8192 bytes, not " + bytes.length);
        }
        var hashes = new ArrayList<Hash>(WIDTH);
        for (int from = 0; from < bytes.length; from += Hash.SIZE_BYTES) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, from, from + Hash.SIZE_BYTES)));
        }
        return new Tile(level, number, hashes);
    }

    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(WIDTH * Hash.SIZE_BYTES);
        hashes.forEach(hash -> bytes.put(hash.bytes()));
        return bytes.array();
    }

    /** The one hash that stands for this tile in the level above. */
    public Hash root() {
        return CompactRange.perfectRoot(hashes);
    }
}
