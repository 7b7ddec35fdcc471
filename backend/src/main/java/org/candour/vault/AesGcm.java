package org.candour.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM (NIST SP 800-38D) with a 96-bit nonce and a 128-bit tag, by the JDK's provider, whose code is compiled to AES instructions. */
final class AesGcm {
    /** Named, so that a provider somebody registers first (Bouncy Castle: 40 to 140 times slower here) does not take over. */
    static final String PROVIDER = "SunJCE";

    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private AesGcm() {}

    /** The ciphertext followed by its tag. The caller never uses {@code nonce} with {@code key} again. */
    static byte[] seal(SecretKey key, byte[] nonce, byte[] associatedData, byte[] plaintext) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, associatedData).doFinal(plaintext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-256-GCM", e);
        }
    }

    /** @throws AEADBadTagException if key, nonce, associated data or any bit is not what it was, and if it is too short */
    static byte[] open(SecretKey key, byte[] nonce, byte[] associatedData, byte[] sealed) throws AEADBadTagException {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, associatedData).doFinal(sealed);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-256-GCM", e);
        }
    }

    /** As {@link #seal}, under a random nonce that stands before the ciphertext: for keys that wrap a handful of others. */
    static byte[] wrap(SecretKey key, byte[] associatedData, byte[] plaintext, SecureRandom random) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = seal(key, nonce, associatedData, plaintext);
        var wrapped = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, wrapped, NONCE_BYTES, sealed.length);
        return wrapped;
    }

    /** The reverse of {@link #wrap}. */
    static byte[] unwrap(SecretKey key, byte[] associatedData, byte[] wrapped) throws AEADBadTagException {
        if (wrapped.length < NONCE_BYTES + TAG_BYTES) {
            throw new AEADBadTagException("Too short");
        }
        var nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
        return open(key, nonce, associatedData, Arrays.copyOfRange(wrapped, NONCE_BYTES, wrapped.length));
    }

    /** A cipher to be kept for a series of calls and given a nonce before each. */
    static Cipher cipher() throws GeneralSecurityException {
        return Cipher.getInstance("AES/GCM/NoPadding", PROVIDER);
    }

    static GCMParameterSpec parameters(byte[] nonce) {
        return new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] associatedData)
            throws GeneralSecurityException {
        var cipher = cipher();
        cipher.init(mode, key, parameters(nonce));
        cipher.updateAAD(associatedData);
        return cipher;
    }
}
