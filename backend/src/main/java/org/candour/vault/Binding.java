package org.candour.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a key or a ciphertext is bound to, in bytes that can be read in one way only: each item follows its length (4 bytes,
 * big-endian), and the first item says which kind of binding it is and thereby which items follow.
 */
final class Binding {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(160);

    private Binding() {}

    /** A binding of the kind {@code label}, which no other kind shares. */
    static Binding of(String label) {
        return new Binding().with(label);
    }

    Binding with(String item) {
        return with(item.getBytes(StandardCharsets.UTF_8));
    }

    Binding with(int item) {
        return with(ByteBuffer.allocate(Integer.BYTES).putInt(item).array());
    }

    Binding with(UUID item) {
        return with(bytes(item));
    }

    Binding with(byte[] item) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(item.length).array());
        out.writeBytes(item);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** The 16 bytes of a UUID, as RFC 9562 orders them. */
    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The reverse of {@link #bytes(UUID)}. */
    static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
