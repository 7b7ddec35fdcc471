package org.candour.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Seals a file as it is written, in constant memory. Only {@link #finish} makes it whole: a writer that fails half way and
 * closes leaves what nothing opens to its end. The stream that the ciphertext goes to stays open. For one thread.
 */
public final class FileSealing extends OutputStream {
    private final ChunkKey key;
    private final OutputStream sealed;
    private final byte[] chunk = new byte[ChunkKey.CHUNK_BYTES];
    private final byte[] sealedChunk = new byte[ChunkKey.SEALED_CHUNK_BYTES];
    private int filled;
    private long number;
    private boolean isEnded;

    /** @param sealed to which the header was written */
    FileSealing(ChunkKey key, OutputStream sealed) {
        this.key = key;
        this.sealed = sealed;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    /** @throws IllegalStateException if it was finished or closed, or the keys were wiped */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        checkOpen();
        for (int at = offset, left = length; left > 0; ) {
            var taken = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, at, chunk, filled, taken);
            filled += taken;
            at += taken;
            left -= taken;
            if (filled == chunk.length) {
                sealChunk();
            }
        }
    }

    /** Hands on what is sealed; what is left of a chunk waits for more. */
    @Override
    public void flush() throws IOException {
        sealed.flush();
    }

    /**
     * Seals the last, short chunk. Nothing can be written after it.
     *
     * @throws IllegalStateException if it was finished or closed before
     */
    public void finish() throws IOException {
        checkOpen();
        sealChunk();
        sealed.flush();
        close();
    }

    /** Wipes the key, and finishes nothing. */
    @Override
    public void close() {
        isEnded = true;
        key.close();
        Arrays.fill(chunk, (byte) 0);
    }

    private void sealChunk() throws IOException {
        var length = key.seal(number++, chunk, filled, sealedChunk);
        filled = 0;
        sealed.write(sealedChunk, 0, length);
    }

    private void checkOpen() {
        if (isEnded) {
            throw new IllegalStateException("The file is ended");
        }
    }
}
