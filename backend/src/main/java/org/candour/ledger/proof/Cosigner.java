package org.candour.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.MLDSASigner;

/**
 * Adds timestamped signature lines to checkpoints (C2SP tlog-cosignature). A witness does so for logs of others; the log
 * itself uses the ML-DSA-44 kind for its second line, under its own name.
 */
public final class Cosigner {
    private final VerifierKey verifierKey;
    private final SignatureType type;
    private final CipherParameters key;

    private Cosigner(VerifierKey verifierKey, SignatureType type, CipherParameters key) {
        this.verifierKey = verifierKey;
        this.type = type;
        this.key = key;
    }

    /**
     * A cosigner of type 0x04.
     *
     * @throws IllegalArgumentException if {@code name} is empty or holds a space or a plus
     */
    public static Cosigner of(String name, Ed25519PrivateKeyParameters key) {
        var type = SignatureType.ED25519_COSIGNATURE;
        var publicKey = key.generatePublicKey().getEncoded();
        return new Cosigner(new VerifierKey(checked(name), type, publicKey), type, key);
    }

    /**
     * A cosigner of type 0x06.
     *
     * @throws IllegalArgumentException if {@code name} is empty or holds a space or a plus
     */
    public static Cosigner of(String name, MLDSAPrivateKeyParameters key) {
        var type = SignatureType.ML_DSA_44_COSIGNATURE;
        var publicKey = key.getPublicKeyParameters().getEncoded();
        var random = new ParametersWithRandom(key, new SecureRandom()); // hedged: FIPS 204 section 3.4
        return new Cosigner(new VerifierKey(checked(name), type, publicKey), type, random);
    }

    private static String checked(String name) {
        try {
            Note.requireKeyName(name);
            return name;
        } catch (ProofRejected e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Whether the note bears a line that claims to be an ML-DSA-44 cosignature by {@code name}. Nothing is verified. */
    public static boolean isMentioned(String name, String note) {
        try {
            return Note.parse(note.getBytes(StandardCharsets.UTF_8)).signatures().stream()
                    .anyMatch(signature -> signature.name().equals(name)
                            && SignatureType.ML_DSA_44_COSIGNATURE.hasLength(signature.bytes()));
        } catch (ProofRejected e) {
            return false;
        }
    }

    public VerifierKey verifierKey() {
        return verifierKey;
    }

    /**
     * The signature line, with its newline, to be put under a checkpoint.
     *
     * @param text the checkpoint without signatures
     * @param at to the second, not before 1970
     * @throws IllegalArgumentException if {@code text} is no checkpoint, or its origin or our name is longer than 255 bytes
     */
    public String line(String text, Instant at) {
        long time = Math.max(0, at.getEpochSecond());
        try {
            Checkpoint.parse(text);
            var signature = sign(type.message(verifierKey.name(), text, time));
            var timestamped = ByteBuffer.allocate(Long.BYTES + signature.length)
                    .putLong(time)
                    .put(signature)
                    .array();
            return Note.signatureLine(verifierKey.name(), verifierKey.id(), timestamped);
        } catch (ProofRejected e) {
            throw new IllegalArgumentException("Only a checkpoint can be cosigned", e);
        }
    }

    private byte[] sign(byte[] message) {
        Signer signer = type == SignatureType.ML_DSA_44_COSIGNATURE ? new MLDSASigner() : new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new IllegalStateException("The signature could not be made", e);
        }
    }
}
