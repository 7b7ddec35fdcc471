package org.candour.drills;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tree of RFC 9162, written down from its numbered steps and from nothing of Candour's. */
public final class MerkleTree {
    private MerkleTree() {}

    /** The roots over the first so many of the leaves (section 2.1.2: a stack, merged as often as the count has low ones). */
    public static Map<Long, byte[]> roots(List<byte[]> entries, Collection<Long> sizes) {
        var roots = new TreeMap<Long, byte[]>();
        var wanted = new TreeSet<>(sizes);
        var stack = new ArrayList<byte[]>();
        for (int i = 0; i <= entries.size(); i++) {
            if (wanted.contains((long) i)) {
                roots.put((long) i, root(stack));
            }
            if (i < entries.size()) {
                stack.add(leaf(entries.get(i)));
                for (int merges = Integer.numberOfTrailingZeros(~i); merges > 0; merges--) {
                    var right = stack.remove(stack.size() - 1);
                    stack.add(node(stack.remove(stack.size() - 1), right));
                }
            }
        }
        return roots;
    }

    private static byte[] root(List<byte[]> stack) {
        if (stack.isEmpty()) {
            return sha256().digest();
        }
        var root = stack.get(stack.size() - 1);
        for (int i = stack.size() - 2; i >= 0; i--) {
            root = node(stack.get(i), root);
        }
        return root;
    }

    /** The root that an inclusion proof leads to (section 2.1.3.2); empty if it cannot be one. */
    static byte[] rootOf(byte[] entry, long index, long size, List<byte[]> path) {
        long fn = index;
        long sn = size - 1;
        var r = leaf(entry);
        for (var p : path) {
            if (sn == 0) {
                return new byte[0];
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return index < size && sn == 0 ? r : new byte[0];
    }

    static byte[] leaf(byte[] entry) {
        var digest = sha256();
        digest.update((byte) 0);
        return digest.digest(entry);
    }

    private static byte[] node(byte[] left, byte[] right) {
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
