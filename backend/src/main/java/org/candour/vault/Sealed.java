package org.candour.vault;

/**
 * A sealed value of type {@code T}: an envelope, opaque to all but {@link Vault}.
 *
 * @param envelope format, suite, key id, salt, commitment and ciphertext
 */
@SuppressWarnings({"UnusedTypeParameter", "ArrayRecordComponent"
}) // T says what is inside; the bytes are never shared for writing
public record Sealed<T>(byte[] envelope) {
    @Override
    public String toString() {
        return "Sealed[" + envelope.length + " bytes]";
    }
}
