package org.candour.ledger.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 hash of the tree of RFC 6962 section 2.1. Leaves and nodes are hashed apart, so neither passes for the other. */
public final class Hash {
    public static final int SIZE_BYTES = 32;

    static final byte LEAF = 0x00;
    static final byte NODE = 0x01;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The hash with these 32 bytes.
     *
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != SIZE_BYTES) {
            throw new IllegalArgumentException("A hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The same without a copy, for bytes that nobody else holds. */
    static Hash own(byte[] bytes) {
        return new Hash(bytes);
    }

    /**
     * Reads standard base64 in its one canonical spelling.
     *
     * @throws ProofRejected for anything else
     */
    public static Hash parse(String base64) throws ProofRejected {
        var bytes = StrictBase64.decode(base64);
        if (bytes.length != SIZE_BYTES) {
            throw new ProofRejected("A hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes);
    }

    /** The hash of a leaf that holds {@code entry}. */
    public static Hash ofLeaf(byte[] entry) {
        var digest = sha256();
        digest.update(LEAF);
        return new Hash(digest.digest(entry));
    }

    /** The hash of the node above two others. */
    public static Hash ofNode(Hash left, Hash right) {
        var digest = sha256();
        digest.update(NODE);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /** The root of the tree that has no leaf. */
    public static Hash ofEmptyTree() {
        return new Hash(sha256().digest());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Standard base64, as notes and proofs write it. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
