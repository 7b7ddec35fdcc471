package org.candour.ledger.proof;

import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;

/** Keys for tests, from a seed of one repeated byte. */
public final class TestKeys {
    private TestKeys() {}

    public static Ed25519PrivateKeyParameters ed25519(int seed) {
        return new Ed25519PrivateKeyParameters(seed(seed), 0);
    }

    public static MLDSAPrivateKeyParameters mlDsa44(int seed) {
        return new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, seed(seed));
    }

    private static byte[] seed(int seed) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) seed);
        return bytes;
    }
}
