package org.candour.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/**
 * What one file is sealed with: the C2SP chunked-encryption scheme v1 (c2sp.org/chunked-encryption) with SHA-512 and
 * AES-256-GCM, which is Cobblestone-256. Every chunk but the last has {@value #CHUNK_BYTES} bytes and the last has fewer, be
 * it none, so a file that was cut or lengthened does not end as it must. For one thread.
 */
final class ChunkKey implements AutoCloseable {
    static final int CHUNK_BYTES = 16 * 1024;
    static final int SEALED_CHUNK_BYTES = CHUNK_BYTES + AesGcm.TAG_BYTES;
    static final int SALT_BYTES = 24;
    static final int COMMITMENT_BYTES = 32;

    /** 4 PiB. */
    static final long MOST_CHUNKS = 1L << 38;

    private static final byte[] LABEL =
            "c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0".getBytes(StandardCharsets.US_ASCII);

    private final WipedKey key;
    private final byte[] baseNonce;
    private final byte[] commitment;
    private final Cipher cipher;

    private ChunkKey(WipedKey key, byte[] baseNonce, byte[] commitment) {
        this.key = key;
        this.baseNonce = baseNonce;
        this.commitment = commitment;
        try {
            this.cipher = AesGcm.cipher();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-256-GCM", e);
        }
    }

    /**
     * @param inputKey 32 uniformly random bytes, which stay the caller's
     * @param salt {@value #SALT_BYTES} random bytes, never used with {@code inputKey} before
     */
    static ChunkKey derive(byte[] inputKey, byte[] salt, byte[] context) {
        if (inputKey.length != WipedKey.AES_256_BYTES || salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("Key or salt has a wrong length");
        }
        var info = ByteBuffer.allocate(LABEL.length + SALT_BYTES + context.length)
                .put(LABEL)
                .put(salt)
                .put(context)
                .array();
        var length = WipedKey.AES_256_BYTES + AesGcm.NONCE_BYTES + COMMITMENT_BYTES;
        var derived = Hkdf.expandSha512(inputKey, info, length);
        var key = Arrays.copyOf(derived, WipedKey.AES_256_BYTES);
        var commitmentAt = WipedKey.AES_256_BYTES + AesGcm.NONCE_BYTES;
        var baseNonce = Arrays.copyOfRange(derived, WipedKey.AES_256_BYTES, commitmentAt);
        var commitment = Arrays.copyOfRange(derived, commitmentAt, length);
        Arrays.fill(derived, (byte) 0);
        return new ChunkKey(WipedKey.aes(key), baseNonce, commitment);
    }

    /** What stands in the clear before the chunks and holds for this key alone. */
    byte[] commitment() {
        return commitment.clone();
    }

    /**
     * Seals the first {@code length} bytes of {@code chunk} as chunk {@code number}, counted from 0, which the caller does once.
     *
     * @return how many bytes of {@code sealed} were written
     */
    int seal(long number, byte[] chunk, int length, byte[] sealed) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, AesGcm.parameters(nonce(number)));
            return cipher.doFinal(chunk, 0, length, sealed, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-256-GCM", e);
        }
    }

    /**
     * Opens the first {@code length} bytes of {@code sealed} as chunk {@code number}.
     *
     * @return how many bytes of {@code chunk} were written
     * @throws EnvelopeRejected if this is not that chunk, bit for bit
     */
    int open(long number, byte[] sealed, int length, byte[] chunk) {
        if (length < AesGcm.TAG_BYTES) {
            throw Envelope.rejected();
        }
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, AesGcm.parameters(nonce(number)));
            return cipher.doFinal(sealed, 0, length, chunk, 0);
        } catch (AEADBadTagException e) {
            Arrays.fill(chunk, (byte) 0);
            throw Envelope.rejected();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-256-GCM", e);
        }
    }

    /** The base nonce with the number in its last five bytes, by exclusive or. */
    private byte[] nonce(long number) {
        if (number < 0 || number >= MOST_CHUNKS) {
            throw new IllegalStateException("A file has at most " + MOST_CHUNKS + " chunks");
        }
        var nonce = baseNonce.clone();
        var at = AesGcm.NONCE_BYTES - Long.BYTES;
        var bytes = ByteBuffer.wrap(nonce);
        return bytes.putLong(at, bytes.getLong(at) ^ number).array();
    }

    @Override
    public void close() {
        key.close();
        Arrays.fill(baseNonce, (byte) 0);
    }
}
