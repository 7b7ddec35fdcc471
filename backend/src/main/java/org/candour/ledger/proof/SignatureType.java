package org.candour.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** The kinds of signature lines that we write and read (C2SP signed-note, tlog-cosignature), by their identifier byte. */
enum SignatureType {
    /** Ed25519 over the text itself. */
    ED25519(0x01, 32, 64),
    /** A time, and Ed25519 over it and the text. */
    ED25519_COSIGNATURE(0x04, 32, Long.BYTES + 64),
    /** A time, and ML-DSA-44 over it and what the checkpoint says, with the names of log and cosigner. */
    ML_DSA_44_COSIGNATURE(0x06, 1_312, Long.BYTES + 2_420);

    private static final byte[] SUBTREE_LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_NAME_BYTES = 255;

    private final byte identifier;
    private final int keyBytes;
    private final int signatureBytes;

    SignatureType(int identifier, int keyBytes, int signatureBytes) {
        this.identifier = (byte) identifier;
        this.keyBytes = keyBytes;
        this.signatureBytes = signatureBytes;
    }

    static Optional<SignatureType> of(byte identifier) {
        return Stream.of(values()).filter(type -> type.identifier == identifier).findFirst();
    }

    byte identifier() {
        return identifier;
    }

    boolean isTimestamped() {
        return this != ED25519;
    }

    boolean hasLength(byte[] signature) {
        return signature.length == signatureBytes;
    }

    /** @throws ProofRejected if these bytes are no key of this kind */
    void requireKey(byte[] key) throws ProofRejected {
        if (key.length != keyBytes) {
            throw new ProofRejected("A verifier key of the wrong length for its type");
        }
        try {
            initialised(key).reset();
        } catch (IllegalArgumentException e) {
            throw new ProofRejected("Not a public key of the type it claims", e);
        }
    }

    /**
     * What a signature of this kind is over.
     *
     * @param time seconds since the epoch; without meaning if the type has no time
     */
    byte[] message(String signer, String text, long time) throws ProofRejected {
        return switch (this) {
            case ED25519 -> text.getBytes(StandardCharsets.UTF_8);
            case ED25519_COSIGNATURE -> ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
            case ML_DSA_44_COSIGNATURE -> subtree(signer, Checkpoint.parse(text), time);
        };
    }

    private static byte[] subtree(String signer, Checkpoint checkpoint, long time) throws ProofRejected {
        var cosigner = name(signer);
        var origin = name(checkpoint.origin());
        return ByteBuffer.allocate(
                        SUBTREE_LABEL.length + 2 + cosigner.length + origin.length + 3 * Long.BYTES + Hash.SIZE_BYTES)
                .put(SUBTREE_LABEL)
                .put((byte) cosigner.length)
                .put(cosigner)
                .putLong(time)
                .put((byte) origin.length)
                .put(origin)
                .putLong(0)
                .putLong(checkpoint.size())
                .put(checkpoint.root().bytes())
                .array();
    }

    private static byte[] name(String name) throws ProofRejected {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0 || bytes.length > MAX_NAME_BYTES) {
            throw new ProofRejected("A name of more than 255 bytes cannot be cosigned");
        }
        return bytes;
    }

    /**
     * Checks one signature line's bytes.
     *
     * @return the time they vouch for, in seconds since the epoch; 0 if they vouch for none
     */
    long requireValid(String signer, byte[] key, String text, byte[] signature) throws ProofRejected {
        if (!hasLength(signature)) {
            throw new ProofRejected("The signature of " + signer + " has the wrong length");
        }
        long time = isTimestamped() ? ByteBuffer.wrap(signature).getLong() : 0;
        if (time < 0) {
            throw new ProofRejected("The signature of " + signer + " has a time out of range");
        }
        var message = message(signer, text, time);
        var verifier = initialised(key);
        verifier.update(message, 0, message.length);
        int from = isTimestamped() ? Long.BYTES : 0;
        if (!verifier.verifySignature(Arrays.copyOfRange(signature, from, signature.length))) {
            throw new ProofRejected("The signature of " + signer + " does not hold for this text");
        }
        return time;
    }

    private Signer initialised(byte[] key) {
        if (this == ML_DSA_44_COSIGNATURE) {
            var verifier = new MLDSASigner();
            verifier.init(false, new MLDSAPublicKeyParameters(MLDSAParameters.ml_dsa_44, key));
            return verifier;
        }
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(key));
        return verifier;
    }
}
