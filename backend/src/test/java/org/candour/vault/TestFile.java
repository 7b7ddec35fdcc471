package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.candour.ledger.Compartment;

/** A place for a sealed file, and the key of its compartment. */
final class TestFile {
    static final SecureRandom RANDOM = new SecureRandom();

    final UUID object = UUID.randomUUID();
    final DataKey dataKey = DataKey.create(Compartment.FILES, RANDOM);
    final FileField field = new FileField(Compartment.FILES, "original", UUID.randomUUID(), 1);

    HeldKeys keys() {
        return keys(object, dataKey);
    }

    /** With a copy of the key, as each opening has. */
    static HeldKeys keys(UUID object, DataKey key) {
        var copy = new DataKey(
                key.compartment(), key.id(), key.version(), key.key().copy());
        return new HeldKeys(object, Set.of(key.compartment()), List.of(copy), RANDOM);
    }

    byte[] sealed(byte[] plaintext) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var keys = keys();
                var sealing = keys.seal(field, out)) {
            sealing.write(plaintext);
            sealing.finish();
        }
        return out.toByteArray();
    }

    byte[] part(byte[] sealed, long offset, long length) throws IOException {
        var file = Files.createTempFile(Path.of("target"), "sealed", ".bin");
        try (var channel = Files.newByteChannel(Files.write(file, sealed));
                var keys = keys()) {
            channel.position(7); // wherever it stood
            return keys.read(field, channel, offset, length).readAllBytes();
        } finally {
            Files.delete(file);
        }
    }

    void assertRejected(byte[] sealed) {
        assertRejected(keys(), field, sealed);
    }

    static void assertRejected(HeldKeys keys, FileField field, byte[] sealed) {
        assertThatThrownBy(() -> {
                    try (InputStream in = keys.read(field, new ByteArrayInputStream(sealed))) {
                        in.readAllBytes();
                    }
                })
                .isInstanceOf(EnvelopeRejected.class)
                .hasMessage(Envelope.rejected().getMessage())
                .hasNoCause();
    }

    static byte[] plaintext(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
