package org.candour.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/** What one receipt opens: reads and seals in its object and its compartments. Closing wipes the keys. */
public interface Opening extends Sealing {
    /**
     * Opens a value.
     *
     * @throws NotCovered if the receipt does not name the field's compartment
     * @throws EnvelopeRejected if the envelope was changed or belongs elsewhere
     */
    <T> T read(Field<T> field, Sealed<T> sealed);

    /**
     * Opens a file as a stream, for as long as this is open. Every byte that it gives out was sealed for this place and in
     * this order; that no more follow is known only when it ends. So whoever acts on a whole file acts at its end: until
     * then reading may still throw {@link EnvelopeRejected}, because the file was cut, lengthened or changed further on.
     *
     * @throws NotCovered if the receipt does not name the file's compartment
     * @throws EnvelopeRejected if the file was changed or belongs elsewhere
     */
    InputStream read(FileField file, InputStream sealed) throws IOException;

    /**
     * Opens a part of a file without reading the rest, and refuses where the file's length is not what it was.
     *
     * @param sealed the whole ciphertext; its position is moved
     * @param offset of the part's first byte in the plaintext
     * @param length of the part in bytes
     * @throws NotCovered if the receipt does not name the file's compartment
     * @throws EnvelopeRejected if the file was changed or belongs elsewhere
     * @throws IndexOutOfBoundsException if the part is not within the file
     */
    InputStream read(FileField file, SeekableByteChannel sealed, long offset, long length) throws IOException;
}
