package org.candour.vault;

/** The fresh data keys of a new object, in memory for as long as it takes to seal what it starts with. Closing wipes them. */
public interface Sealing extends AutoCloseable {
    /** Seals a value for its place. */
    <T> Sealed<T> seal(Field<T> field, T value);

    @Override
    void close();
}
