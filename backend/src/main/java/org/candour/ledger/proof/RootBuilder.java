package org.candour.ledger.proof;

import java.security.MessageDigest;

/**
 * Hashes leaf after leaf into the root of RFC 6962 section 2.1, as a verifier does that reads a whole log. It remembers the
 * roots of perfect subtrees only, and reuses one digest: several times as fast as {@link CompactRange}. For one thread.
 */
public final class RootBuilder {
    private final MessageDigest digest = Hash.sha256();
    /** By height; those whose bit is set in {@code size} count. */
    private final byte[][] peaks = new byte[Long.SIZE][];

    private long size;

    /** Adds the leaf that holds {@code entry}, and returns its hash. */
    public Hash add(byte[] entry) {
        digest.update(Hash.LEAF);
        var leaf = digest.digest(entry);
        var carried = leaf;
        int height = 0;
        for (; (size >> height & 1) == 1; height++) {
            carried = node(peaks[height], carried);
        }
        peaks[height] = carried;
        size++;
        return Hash.own(leaf);
    }

    private byte[] node(byte[] left, byte[] right) {
        digest.update(Hash.NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The number of leaves so far. */
    public long size() {
        return size;
    }

    /** The root over the leaves so far. */
    public Hash root() {
        if (size == 0) {
            return Hash.ofEmptyTree();
        }
        int height = Long.numberOfTrailingZeros(size);
        var root = peaks[height];
        for (height++; size >> height != 0; height++) {
            if ((size >> height & 1) == 1) {
                root = node(peaks[height], root);
            }
        }
        return Hash.of(root);
    }
}
