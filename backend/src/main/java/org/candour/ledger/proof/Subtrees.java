package org.candour.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/** Roots of perfect subtrees, and what RFC 6962 section 2.1 builds from them: roots, inclusion and consistency proofs. */
@FunctionalInterface
interface Subtrees {
    /** The root over leaves {@code [number * 2^height, (number + 1) * 2^height)}, all of which exist. */
    Hash perfect(int height, long number);

    /** MTH(D[from:to]) of section 2.1; {@code from} is where the recursion of the RFC cuts. */
    default Hash root(long from, long to) {
        long width = to - from;
        if (width == 0) {
            return Hash.ofEmptyTree();
        }
        if (Long.bitCount(width) == 1) {
            return perfect(Long.numberOfTrailingZeros(width), from / width);
        }
        long cut = from + cut(width);
        return Hash.ofNode(root(from, cut), root(cut, to));
    }

    /** PATH(index, D[0:size]) of section 2.1.1, from the leaf's sibling up. */
    default List<Hash> inclusion(long index, long size) {
        var path = new ArrayList<Hash>();
        addPath(index, 0, size, path);
        return path;
    }

    /** PROOF(first, D[0:second]) of section 2.1.2; empty if the sizes are equal. */
    default List<Hash> consistency(long first, long second) {
        var proof = new ArrayList<Hash>();
        addSubproof(first, 0, second, true, proof);
        return proof;
    }

    private void addPath(long index, long from, long to, List<Hash> path) {
        if (to - from == 1) {
            return;
        }
        long cut = from + cut(to - from);
        if (index < cut) {
            addPath(index, from, cut, path);
            path.add(root(cut, to));
        } else {
            addPath(index, cut, to, path);
            path.add(root(from, cut));
        }
    }

    private void addSubproof(long first, long from, long to, boolean isKnown, List<Hash> proof) {
        if (first == to) {
            if (!isKnown) {
                proof.add(root(from, to));
            }
            return;
        }
        long cut = from + cut(to - from);
        if (first <= cut) {
            addSubproof(first, from, cut, isKnown, proof);
            proof.add(root(cut, to));
        } else {
            addSubproof(first, cut, to, false, proof);
            proof.add(root(from, cut));
        }
    }

    /** The largest power of two smaller than {@code width}. */
    private static long cut(long width) {
        return Long.highestOneBit(width - 1);
    }
}
