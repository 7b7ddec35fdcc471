package org.candour.vault;

import java.io.IOException;
import java.io.OutputStream;

/** The fresh data keys of a new object, in memory for as long as it takes to seal what it starts with. Closing wipes them. */
public interface Sealing extends AutoCloseable {
    /** Seals a value for its place. */
    <T> Sealed<T> seal(Field<T> field, T value);

    /**
     * Seals a file of any length for its place, as it is written to the stream that this returns. Closing the keys ends it.
     *
     * @param sealed where the ciphertext goes: 75 bytes, and 16 for every begun 16 KiB, more than the file has
     * @throws NotCovered if the keys do not cover the file's compartment
     */
    FileSealing seal(FileField file, OutputStream sealed) throws IOException;

    @Override
    void close();
}
