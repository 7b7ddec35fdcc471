package org.candour.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** A named Ed25519 key that signed notes are checked with (C2SP signed-note, signature type 0x01). */
public final class VerifierKey {
    private static final byte ED25519 = 0x01;
    private static final Pattern ENCODING = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(.+)");

    private final String name;
    private final Ed25519PublicKeyParameters key;

    VerifierKey(String name, Ed25519PublicKeyParameters key) {
        this.name = name;
        this.key = key;
    }

    /**
     * Reads {@code name+id+key}: the id as eight hexadecimal digits, the key as base64 of type and public key.
     *
     * @throws ProofRejected if it is malformed, of another type than Ed25519, or its id is not that of the key
     */
    public static VerifierKey parse(String encoded) throws ProofRejected {
        var parts = ENCODING.matcher(encoded);
        if (!parts.matches()) {
            throw new ProofRejected("Not a verifier key: name+id+key is expected");
        }
        var name = parts.group(1);
        Note.requireKeyName(name);
        var typeAndKey = StrictBase64.decode(parts.group(3));
        if (typeAndKey.length != 1 + Ed25519PublicKeyParameters.KEY_SIZE || typeAndKey[0] != ED25519) {
            throw new ProofRejected("Not an Ed25519 verifier key");
        }
        var key = new VerifierKey(name, publicKey(Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length)));
        if (!HexFormat.of().toHexDigits(key.id()).equals(parts.group(2))) {
            throw new ProofRejected("The id in the verifier key is not that of the key");
        }
        return key;
    }

    private static Ed25519PublicKeyParameters publicKey(byte[] bytes) throws ProofRejected {
        try {
            return new Ed25519PublicKeyParameters(bytes);
        } catch (IllegalArgumentException e) {
            throw new ProofRejected("Not an Ed25519 public key", e);
        }
    }

    public String name() {
        return name;
    }

    /** The encoding that {@link #parse} reads. */
    public String encoded() {
        return name + "+" + HexFormat.of().toHexDigits(id()) + "+"
                + Base64.getEncoder().encodeToString(typeAndKey());
    }

    int id() {
        var digest = Hash.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return ByteBuffer.wrap(digest.digest(typeAndKey())).getInt();
    }

    private byte[] typeAndKey() {
        return ByteBuffer.allocate(1 + Ed25519PublicKeyParameters.KEY_SIZE)
                .put(ED25519)
                .put(key.getEncoded())
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
        var text = parsed.text().getBytes(StandardCharsets.UTF_8);
        boolean isSigned = false;
        for (var signature : parsed.signatures()) {
            if (signature.name().equals(name) && signature.keyId() == id()) {
                requireValid(text, signature.bytes());
                isSigned = true;
            }
        }
        if (!isSigned) {
            throw new ProofRejected("The note is not signed by " + name + " with the key that was given");
        }
        return parsed.text();
    }

    private void requireValid(byte[] text, byte[] signature) throws ProofRejected {
        var verifier = new Ed25519Signer();
        verifier.init(false, key);
        verifier.update(text, 0, text.length);
        if (!verifier.verifySignature(signature)) {
            throw new ProofRejected("The signature of " + name + " does not hold for this text");
        }
    }
}
