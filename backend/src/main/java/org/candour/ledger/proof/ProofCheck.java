package org.candour.ledger.proof;

import java.util.ArrayDeque;
import java.util.List;

/** The checks of RFC 9162 sections 2.1.3.2 and 2.1.4.2, in their numbered steps. They return if the proof holds. */
public final class ProofCheck {
    private ProofCheck() {}

    /**
     * Checks that a leaf is in a tree (section 2.1.3.2).
     *
     * @throws ProofRejected if that does not follow from {@code path}
     */
    public static void inclusion(Hash leaf, long index, long size, List<Hash> path, Hash root) throws ProofRejected {
        // 1.
        if (index < 0 || index >= size) {
            throw new ProofRejected("Leaf " + index + " is not in a tree of " + size);
        }
        // 2. and 3.
        var walk = new Walk(index, size - 1);
        var r = leaf;
        // 4.
        for (var p : path) {
            walk.requireMore();
            if (walk.isRightOrLast()) {
                r = Hash.ofNode(p, r);
                walk.skipMissingSiblings();
            } else {
                r = Hash.ofNode(r, p);
            }
            walk.up();
        }
        // 5.
        walk.requireTop();
        requireSame(r, root, "The path does not lead from the leaf to the root");
    }

    /**
     * Checks that one tree is where another began (section 2.1.4.2). For equal sizes the RFC defines no proof: the path
     * must be empty and the roots the same.
     *
     * @throws ProofRejected if that does not follow from {@code path}
     */
    public static void consistency(long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> path)
            throws ProofRejected {
        if (first <= 0 || first > second) {
            throw new ProofRejected("No proof leads from a tree of " + first + " to one of " + second);
        }
        if (first == second) {
            requireSameTree(firstRoot, secondRoot, path);
            return;
        }
        // 1.
        if (path.isEmpty()) {
            throw new ProofRejected("The consistency proof is empty");
        }
        // 2.
        var rest = new ArrayDeque<Hash>(path);
        if (Long.bitCount(first) == 1) {
            rest.addFirst(firstRoot);
        }
        // 3. and 4.
        var walk = new Walk(first - 1, second - 1);
        walk.skipSharedRightEdge();
        // 5.
        var fr = rest.removeFirst();
        var sr = fr;
        // 6.
        for (var c : rest) {
            walk.requireMore();
            if (walk.isRightOrLast()) {
                fr = Hash.ofNode(c, fr);
                sr = Hash.ofNode(c, sr);
                walk.skipMissingSiblings();
            } else {
                sr = Hash.ofNode(sr, c);
            }
            walk.up();
        }
        // 7.
        requireSame(fr, firstRoot, "The proof does not lead to the first root");
        requireSame(sr, secondRoot, "The proof does not lead to the second root");
        walk.requireTop();
    }

    private static void requireSameTree(Hash firstRoot, Hash secondRoot, List<Hash> path) throws ProofRejected {
        if (!path.isEmpty()) {
            throw new ProofRejected("A proof between trees of one size must be empty");
        }
        requireSame(firstRoot, secondRoot, "Two trees of one size have different roots");
    }

    private static void requireSame(Hash actual, Hash expected, String message) throws ProofRejected {
        if (!actual.equals(expected)) {
            throw new ProofRejected(message);
        }
    }

    /** The two numbers that both checks move: {@code fn}, the node we are at, and {@code sn}, the last of its row. */
    private static final class Walk {
        private long fn;
        private long sn;

        Walk(long fn, long sn) {
            this.fn = fn;
            this.sn = sn;
        }

        /** 4a and 6a. */
        void requireMore() throws ProofRejected {
            if (sn == 0) {
                throw new ProofRejected("The proof is longer than the tree is high");
            }
        }

        boolean isRightOrLast() {
            return (fn & 1) == 1 || fn == sn;
        }

        /** Second half of 4b and 6b: rows in which a lone last node has no sibling. */
        void skipMissingSiblings() {
            while ((fn & 1) == 0 && fn != 0) {
                up();
            }
        }

        /** 4 of section 2.1.4.2. */
        void skipSharedRightEdge() {
            while ((fn & 1) == 1) {
                up();
            }
        }

        void up() {
            fn >>= 1;
            sn >>= 1;
        }

        void requireTop() throws ProofRejected {
            if (sn != 0) {
                throw new ProofRejected("The proof is shorter than the tree is high");
            }
        }
    }
}
