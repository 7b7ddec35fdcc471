package org.candour.vault;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HKDF (RFC 5869) with SHA-256, and its second step with SHA-512, on the JDK's HMAC. Bouncy Castle has one too, on its own HMAC, which is several times
 * slower and would cost more than the encryption of a field; the JDK's own HKDF needs JDK 25.
 */
final class Hkdf {
    private static final String SHA_256 = "HmacSHA256";
    private static final int SHA_256_BYTES = 32;
    private static final int MOST_BLOCKS = 255;

    private Hkdf() {}

    /** RFC 5869 section 2.2. An empty salt stands for 32 zero bytes. */
    static byte[] extract(byte[] salt, byte[] inputKey) {
        return hmac(salt.length == 0 ? new byte[SHA_256_BYTES] : salt).doFinal(inputKey);
    }

    /** RFC 5869 section 2.3. */
    static byte[] expand(byte[] pseudorandomKey, byte[] info, int lengthBytes) {
        return expand(hmac(pseudorandomKey), info, lengthBytes);
    }

    /** RFC 5869 section 2.3 with SHA-512, for keys that are uniformly random already. */
    static byte[] expandSha512(byte[] pseudorandomKey, byte[] info, int lengthBytes) {
        return expand(hmac("HmacSHA512", pseudorandomKey), info, lengthBytes);
    }

    private static byte[] expand(Mac mac, byte[] info, int lengthBytes) {
        var blockBytes = mac.getMacLength();
        if (lengthBytes < 1 || lengthBytes > MOST_BLOCKS * blockBytes) {
            throw new IllegalArgumentException("HKDF gives 1 to " + MOST_BLOCKS * blockBytes + " bytes");
        }
        var output = new byte[lengthBytes];
        var block = new byte[0];
        for (int done = 0, number = 1; done < lengthBytes; done += blockBytes, number++) {
            mac.update(block);
            mac.update(info);
            mac.update((byte) number);
            Arrays.fill(block, (byte) 0);
            block = mac.doFinal();
            System.arraycopy(block, 0, output, done, Math.min(blockBytes, lengthBytes - done));
        }
        Arrays.fill(block, (byte) 0);
        return output;
    }

    /** HMAC-SHA-256 (RFC 2104) of the JDK, ready for input. */
    static Mac hmac(byte[] key) {
        return hmac(SHA_256, key);
    }

    private static Mac hmac(String algorithm, byte[] key) {
        try {
            var mac = Mac.getInstance(algorithm, AesGcm.PROVIDER);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
