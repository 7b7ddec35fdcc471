package org.candour.ledger.proof;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * Signs notes (C2SP signed-note v1.0.0) with a named Ed25519 key, through Bouncy Castle's own interface: the JDK's
 * signature is ten times slower.
 */
public final class NoteSigner {
    private final Ed25519PrivateKeyParameters key;
    private final VerifierKey verifierKey;

    /**
     * A signer of this name.
     *
     * @throws IllegalArgumentException if {@code name} is empty or holds a space or a plus
     */
    public NoteSigner(String name, Ed25519PrivateKeyParameters key) {
        try {
            Note.requireKeyName(name);
        } catch (ProofRejected e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        this.key = key;
        this.verifierKey = new VerifierKey(
                name, SignatureType.ED25519, key.generatePublicKey().getEncoded());
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /**
     * Signs a text.
     *
     * @param text ends in a newline and has no other control character
     * @throws IllegalArgumentException if it is not so, or cannot be written in UTF-8
     */
    public String sign(String text) {
        var bytes = checked(text);
        var signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(bytes, 0, bytes.length);
        return Note.write(text, verifierKey.name(), verifierKey.id(), signer.generateSignature());
    }

    private static byte[] checked(String text) {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("The text of a note ends in a newline");
        }
        try {
            Note.requireNoControls(text);
            var bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var array = new byte[bytes.remaining()];
            bytes.get(array);
            return array;
        } catch (ProofRejected | CharacterCodingException e) {
            throw new IllegalArgumentException("Not the text of a note", e);
        }
    }
}
