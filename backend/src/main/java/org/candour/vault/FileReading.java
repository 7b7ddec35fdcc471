package org.candour.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Objects;

/**
 * Opens a file as it is read, in constant memory, each chunk checked before a byte of it is given out. The stream that the
 * ciphertext comes from stays open. For one thread.
 */
final class FileReading extends InputStream {
    private final ChunkKey key;
    private final InputStream sealed;
    private final byte[] chunk = new byte[ChunkKey.CHUNK_BYTES];
    private final byte[] sealedChunk = new byte[ChunkKey.SEALED_CHUNK_BYTES];
    private int at;
    private int filled;
    private long number;
    private long left = Long.MAX_VALUE;
    private boolean isLast;
    private boolean isRejected;
    private boolean isClosed;

    /** @param sealed from which the header was read */
    FileReading(ChunkKey key, InputStream sealed) {
        this.key = key;
        this.sealed = sealed;
    }

    /**
     * A part of a file. That the file has the length it seems to have is checked at the last chunk, before anything.
     *
     * @throws EnvelopeRejected if it was cut or lengthened, or the last chunk was changed
     * @throws IndexOutOfBoundsException if the part is not within the file
     */
    static FileReading part(ChunkKey key, SeekableByteChannel sealed, long offset, long length) throws IOException {
        var chunksBytes = sealed.size() - FileHeader.BYTES;
        var last = Math.max(0, chunksBytes / ChunkKey.SEALED_CHUNK_BYTES);
        var reading = new FileReading(key, Channels.newInputStream(sealed));
        reading.seek(sealed, last);
        reading.nextChunk();
        if (!reading.isLast) {
            throw reading.reject();
        }
        Objects.checkFromIndexSize(offset, length, last * ChunkKey.CHUNK_BYTES + reading.filled);
        reading.seek(sealed, offset / ChunkKey.CHUNK_BYTES);
        reading.nextChunk();
        reading.at = (int) (offset % ChunkKey.CHUNK_BYTES);
        reading.left = length;
        return reading;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /**
     * @throws EnvelopeRejected if the next chunk is not the one that was sealed here, now and ever after
     * @throws IllegalStateException if this or the keys were closed
     */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        check();
        if (length == 0) {
            return 0;
        }
        if (left > 0 && at == filled && !isLast) {
            nextChunk();
        }
        var given = (int) Math.min(left, Math.min(length, filled - at));
        if (given == 0) {
            return -1;
        }
        System.arraycopy(chunk, at, bytes, offset, given);
        at += given;
        left -= given;
        return given;
    }

    @Override
    public int available() {
        return (int) Math.min(left, filled - at);
    }

    @Override
    public void close() {
        isClosed = true;
        key.close();
        Arrays.fill(chunk, (byte) 0);
    }

    private void seek(SeekableByteChannel channel, long toChunk) throws IOException {
        channel.position(FileHeader.BYTES + toChunk * ChunkKey.SEALED_CHUNK_BYTES);
        number = toChunk;
        isLast = false;
    }

    private void nextChunk() throws IOException {
        var length = sealed.readNBytes(sealedChunk, 0, sealedChunk.length);
        isLast = length < sealedChunk.length;
        at = 0;
        filled = 0;
        try {
            filled = key.open(number++, sealedChunk, length, chunk);
        } catch (EnvelopeRejected e) {
            throw reject();
        }
    }

    private EnvelopeRejected reject() {
        isRejected = true;
        close();
        return Envelope.rejected();
    }

    private void check() {
        if (isRejected) {
            throw Envelope.rejected();
        }
        if (isClosed) {
            throw new IllegalStateException("The file is closed");
        }
    }
}
