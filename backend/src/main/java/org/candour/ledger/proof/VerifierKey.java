package org.candour.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A named key that signed notes are checked with: Ed25519 (C2SP signed-note, type 0x01), or a cosigner's of Ed25519 or
 * ML-DSA-44 (C2SP tlog-cosignature, types 0x04 and 0x06).
 */
public final class VerifierKey {
    private static final Pattern ENCODING = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(.+)");

    private final String name;
    private final SignatureType type;
    private final byte[] key;
    private final int id;

    VerifierKey(String name, SignatureType type, byte[] key) {
        this.name = name;
        this.type = type;
        this.key = key.clone();
        this.id = id(name, typeAndKey());
    }

    /**
     * Reads {@code name+id+key}: the id as eight hexadecimal digits, the key as base64 of type and public key.
     *
     * @throws ProofRejected if it is malformed, of an unknown type, or its id is not that of the key
     */
    public static VerifierKey parse(String encoded) throws ProofRejected {
        var parts = ENCODING.matcher(encoded);
        if (!parts.matches()) {
            throw new ProofRejected("Not a verifier key: name+id+key is expected");
        }
        var name = parts.group(1);
        Note.requireKeyName(name);
        var typeAndKey = StrictBase64.decode(parts.group(3));
        if (typeAndKey.length == 0) {
            throw new ProofRejected("A verifier key without a type");
        }
        var type = SignatureType.of(typeAndKey[0])
                .orElseThrow(() -> new ProofRejected("Not a verifier key of Ed25519 or ML-DSA-44"));
        var bytes = Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length);
        type.requireKey(bytes);
        var key = new VerifierKey(name, type, bytes);
        if (!key.idInHex().equals(parts.group(2))) {
            throw new ProofRejected("The id in the verifier key is not that of the key");
        }
        return key;
    }

    public String name() {
        return name;
    }

    /** The key id in eight hexadecimal digits. */
    public String idInHex() {
        return HexFormat.of().toHexDigits(id);
    }

    /** The encoding that {@link #parse} reads. */
    public String encoded() {
        return name + "+" + idInHex() + "+" + Base64.getEncoder().encodeToString(typeAndKey());
    }

    /** Whether its signatures carry a time, and so can be a witness's. */
    public boolean isCosigner() {
        return type.isTimestamped();
    }

    /** Whether both wrap the same public key, whatever name and type they give it. */
    public boolean isSamePublicKey(VerifierKey other) {
        return Arrays.equals(key, other.key);
    }

    int id() {
        return id;
    }

    private static int id(String name, byte[] typeAndKey) {
        var digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return ByteBuffer.wrap(digest.digest(typeAndKey)).getInt();
    }

    private byte[] typeAndKey() {
        return ByteBuffer.allocate(1 + key.length)
                .put(type.identifier())
                .put(key)
                .array();
    }

    /**
     * Opens a signed note. Signatures by other keys are ignored, as the specification demands.
     *
     * @return its text, with the newline that ends it
     * @throws ProofRejected if the note is malformed, this key has not signed it, or a signature by this key does not hold
     */
    public String open(byte[] note) throws ProofRejected {
        var parsed = Note.parse(note);
        if (signedAt(parsed).isEmpty()) {
            throw new ProofRejected("The note is not signed by " + name + " with the key that was given");
        }
        return parsed.text();
    }

    /**
     * Checks every signature by this key.
     *
     * @return the latest time they vouch for, in seconds since the epoch, 0 for none; empty if this key has not signed
     * @throws ProofRejected if the note is malformed, or one of them does not hold
     */
    public OptionalLong signedAt(byte[] note) throws ProofRejected {
        return signedAt(Note.parse(note));
    }

    /**
     * Checks every signature by this key.
     *
     * @return the latest time they vouch for, in seconds since the epoch, 0 for none; empty if this key has not signed
     * @throws ProofRejected if one does not hold
     */
    OptionalLong signedAt(Note note) throws ProofRejected {
        var latest = OptionalLong.empty();
        for (var signature : note.signatures()) {
            if (signature.name().equals(name) && signature.keyId() == id) {
                long time = type.requireValid(name, key, note.text(), signature.bytes());
                latest = OptionalLong.of(Math.max(time, latest.orElse(0)));
            }
        }
        return latest;
    }

    @Override
    public String toString() {
        return name + "+" + idInHex();
    }
}
