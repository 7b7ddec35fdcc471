package org.candour.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/**
 * What stands before the chunks of a sealed file, format 1.
 *
 * <pre>
 * offset  bytes  what
 *      0      1  format, 1
 *      1      2  suite, big-endian, 2: HKDF-SHA-512, AES-256-GCM in chunks, key commitment (C2SP chunked-encryption v1)
 *      3     16  id of the data key
 *     19     24  salt, random
 *     43     32  key commitment
 *     75         chunks
 * </pre>
 *
 * From the salt on it is a C2SP message: its input key is an HKDF-SHA-256 output of the data key, its context names format,
 * suite, object, place, and the data key's id and version.
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one call and is never compared
record FileHeader(UUID keyId, byte[] salt, byte[] commitment) {
    static final int FORMAT = 1;
    static final int SUITE = 2;
    static final int BYTES = 1 + Short.BYTES + 2 * Long.BYTES + ChunkKey.SALT_BYTES + ChunkKey.COMMITMENT_BYTES;

    /** The start of a new file. */
    static FileHeader create(DataKey dataKey, UUID object, FileField file, SecureRandom random) {
        var salt = new byte[ChunkKey.SALT_BYTES];
        random.nextBytes(salt);
        try (var key = derive(dataKey, object, file, salt)) {
            return new FileHeader(dataKey.id(), salt, key.commitment());
        }
    }

    /**
     * Reads the header: the one format and the one suite that are allowed.
     *
     * @throws EnvelopeRejected if it is another, or too short
     */
    static FileHeader read(InputStream sealed) throws IOException {
        var bytes = sealed.readNBytes(BYTES);
        if (bytes.length < BYTES) {
            throw Envelope.rejected();
        }
        var header = ByteBuffer.wrap(bytes);
        if (header.get() != FORMAT || header.getShort() != SUITE) {
            throw Envelope.rejected();
        }
        var keyId = Binding.uuid(header);
        var commitmentAt = BYTES - ChunkKey.COMMITMENT_BYTES;
        return new FileHeader(
                keyId,
                Arrays.copyOfRange(bytes, header.position(), commitmentAt),
                Arrays.copyOfRange(bytes, commitmentAt, BYTES));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put((byte) FORMAT)
                .putShort((short) SUITE)
                .put(Binding.bytes(keyId))
                .put(salt)
                .put(commitment)
                .array();
    }

    /** @throws EnvelopeRejected unless the file was sealed under {@code dataKey} for this place */
    ChunkKey key(DataKey dataKey, UUID object, FileField file) {
        var key = derive(dataKey, object, file, salt);
        if (!keyId.equals(dataKey.id()) || !MessageDigest.isEqual(key.commitment(), commitment)) {
            key.close();
            throw Envelope.rejected();
        }
        return key;
    }

    private static ChunkKey derive(DataKey dataKey, UUID object, FileField file, byte[] salt) {
        var context = Binding.of("candour file")
                .with(FORMAT)
                .with(SUITE)
                .with(object)
                .with(file.compartment().name())
                .with(file.name())
                .with(file.file())
                .with(file.schema())
                .with(dataKey.id())
                .with(dataKey.version())
                .bytes();
        var dataKeyBytes = dataKey.key().getEncoded();
        var info = Binding.of("candour file key").bytes();
        var pseudorandomKey = Hkdf.extract(new byte[0], dataKeyBytes);
        var inputKey = Hkdf.expand(pseudorandomKey, info, WipedKey.AES_256_BYTES);
        try {
            return ChunkKey.derive(inputKey, salt, context);
        } finally {
            Arrays.fill(dataKeyBytes, (byte) 0);
            Arrays.fill(pseudorandomKey, (byte) 0);
            Arrays.fill(inputKey, (byte) 0);
        }
    }
}
