package org.candour.vault;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * Key bytes that are overwritten when their use ends, which {@link javax.crypto.spec.SecretKeySpec} cannot do. What copies a
 * garbage collector or a cipher made meanwhile is beyond it.
 */
final class WipedKey implements SecretKey, AutoCloseable {
    static final int AES_256_BYTES = 32;

    private final String algorithm;
    private final byte[] bytes;
    private boolean isDestroyed;

    /** Takes {@code bytes} over: the caller must not use them again. */
    WipedKey(String algorithm, byte[] bytes) {
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    static WipedKey aes(byte[] bytes) {
        return new WipedKey("AES", bytes);
    }

    static WipedKey randomAes(SecureRandom random) {
        var bytes = new byte[AES_256_BYTES];
        random.nextBytes(bytes);
        return aes(bytes);
    }

    /** A key with the same bytes, to be closed on its own. */
    synchronized WipedKey copy() {
        return new WipedKey(algorithm, getEncoded());
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    /**
     * A copy of the bytes, which the caller wipes.
     *
     * @throws IllegalStateException after {@link #close}
     */
    @Override
    public synchronized byte[] getEncoded() {
        if (isDestroyed) {
            throw new IllegalStateException("The key is wiped");
        }
        return bytes.clone();
    }

    @Override
    public synchronized void destroy() {
        Arrays.fill(bytes, (byte) 0);
        isDestroyed = true;
    }

    @Override
    public synchronized boolean isDestroyed() {
        return isDestroyed;
    }

    @Override
    public void close() {
        destroy();
    }

    @Override
    public String toString() {
        return "WipedKey[" + algorithm + "]";
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("Keys are never serialised");
    }
}
