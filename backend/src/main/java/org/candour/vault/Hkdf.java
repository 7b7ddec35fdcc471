package org.candour.vault;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HKDF with SHA-256 (RFC 5869) on the JDK's HMAC. Bouncy Castle has one too, on its own HMAC, which is several times
 * slower and would cost more than the encryption of a field; the JDK's own HKDF needs JDK 25.
 */
final class Hkdf {
    private static final int HASH_BYTES = 32;
    private static final int MOST_BYTES = 255 * HASH_BYTES;

    private Hkdf() {}

    /** RFC 5869 section 2.2. An empty salt stands for 32 zero bytes. */
    static byte[] extract(byte[] salt, byte[] inputKey) {
        return hmac(salt.length == 0 ? new byte[HASH_BYTES] : salt).doFinal(inputKey);
    }

    /** RFC 5869 section 2.3. */
    static byte[] expand(byte[] pseudorandomKey, byte[] info, int lengthBytes) {
        if (lengthBytes < 1 || lengthBytes > MOST_BYTES) {
            throw new IllegalArgumentException("HKDF-SHA-256 gives 1 to " + MOST_BYTES + " bytes");
        }
        var mac = hmac(pseudorandomKey);
        var output = new byte[lengthBytes];
        var block = new byte[0];
        for (int done = 0, number = 1; done < lengthBytes; done += HASH_BYTES, number++) {
            mac.update(block);
            mac.update(info);
            mac.update((byte) number);
            Arrays.fill(block, (byte) 0);
            block = mac.doFinal();
            System.arraycopy(block, 0, output, done, Math.min(HASH_BYTES, lengthBytes - done));
        }
        Arrays.fill(block, (byte) 0);
        return output;
    }

    /** HMAC-SHA-256 (RFC 2104) of the JDK, ready for input. */
    static Mac hmac(byte[] key) {
        try {
            var mac = Mac.getInstance("HmacSHA256", AesGcm.PROVIDER);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
        }
    }
}
