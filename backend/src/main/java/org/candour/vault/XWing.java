package org.candour.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import javax.security.auth.DestroyFailedException;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingKeyGenerationParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingKeyPairGenerator;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;

/** X-Wing, the hybrid KEM of X25519 and ML-KEM-768 (draft-connolly-cfrg-xwing-kem), by Bouncy Castle. */
final class XWing {
    static final int PUBLIC_KEY_BYTES = 1216;
    static final int SEED_BYTES = 32;
    static final int ENCAPSULATION_BYTES = 1120;

    private XWing() {}

    /** A new private key, which knows its public one. */
    static XWingPrivateKeyParameters generate(SecureRandom random) {
        var generator = new XWingKeyPairGenerator();
        generator.init(new XWingKeyGenerationParameters(random));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        return (XWingPrivateKeyParameters) pair.getPrivate();
    }

    static Encapsulated encapsulate(XWingPublicKeyParameters key, SecureRandom random) {
        var made = new XWingKEMGenerator(random).generateEncapsulated(key);
        var encapsulated = new Encapsulated(made.getEncapsulation(), made.getSecret());
        try {
            made.destroy(); // getSecret() gave a copy
        } catch (DestroyFailedException e) {
            throw new IllegalStateException("Bouncy Castle wipes shared secrets", e);
        }
        return encapsulated;
    }

    /**
     * The shared secret; of a changed encapsulation an unrelated one, which only its first use betrays.
     *
     * @throws EnvelopeRejected if it cannot be an encapsulation at all
     */
    static byte[] decapsulate(XWingPrivateKeyParameters key, byte[] encapsulation) {
        if (encapsulation.length != ENCAPSULATION_BYTES) {
            throw Envelope.rejected();
        }
        try {
            return new XWingKEMExtractor(key).extractSecret(encapsulation);
        } catch (IllegalArgumentException | IllegalStateException e) { // such as an X25519 point of small order
            throw Envelope.rejected();
        }
    }

    /** A shared secret, and what lets the holder of the private key find it. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one call and is never compared
    record Encapsulated(byte[] encapsulation, byte[] secret) implements AutoCloseable {
        @Override
        public void close() {
            Arrays.fill(secret, (byte) 0);
        }

        @Override
        public String toString() {
            return "Encapsulated";
        }
    }
}
