package org.candour.vault;

/** What one receipt opens: reads and seals in its object and its compartments. Closing wipes the keys. */
public interface Opening extends Sealing {
    /**
     * Opens a value.
     *
     * @throws NotCovered if the receipt does not name the field's compartment
     * @throws EnvelopeRejected if the envelope was changed or belongs elsewhere
     */
    <T> T read(Field<T> field, Sealed<T> sealed);
}
