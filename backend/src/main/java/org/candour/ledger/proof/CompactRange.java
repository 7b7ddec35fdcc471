package org.candour.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * The least that a growing tree must remember: the roots of its perfect subtrees, largest first, one for each bit of its
 * size. At most 63 hashes, whatever the size. Immutable.
 */
public final class CompactRange {
    private static final CompactRange EMPTY = new CompactRange(0, List.of());

    private final long size;
    private final List<Hash> peaks;

    private CompactRange(long size, List<Hash> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    public static CompactRange empty() {
        return EMPTY;
    }

    /**
     * The range of a tree of this size.
     *
     * @param peaks its perfect subtrees' roots, largest first
     * @throws IllegalArgumentException unless there is one for each bit of {@code size}
     */
    static CompactRange of(long size, List<Hash> peaks) {
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has not " + peaks.size() + " peaks");
        }
        return new CompactRange(size, List.copyOf(peaks));
    }

    /** This range and one more leaf. */
    public CompactRange plus(Hash leaf) {
        var grown = new ArrayList<Hash>(peaks);
        grown.add(leaf);
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            var right = grown.remove(grown.size() - 1);
            var left = grown.remove(grown.size() - 1);
            grown.add(Hash.ofNode(left, right));
        }
        return new CompactRange(size + 1, grown);
    }

    public long size() {
        return size;
    }

    /** MTH of RFC 6962 section 2.1. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return Hash.ofEmptyTree();
        }
        var root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = Hash.ofNode(peaks.get(i), root);
        }
        return root;
    }

    /** The root over a power of two of hashes. */
    static Hash perfectRoot(List<Hash> hashes) {
        var row = hashes;
        while (row.size() > 1) {
            var above = new ArrayList<Hash>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) {
                above.add(Hash.ofNode(row.get(i), row.get(i + 1)));
            }
            row = above;
        }
        return row.get(0);
    }
}
