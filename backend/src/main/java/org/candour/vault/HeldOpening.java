package org.candour.vault;

/** An {@link Opening} with the keys that {@link Vault} unwrapped. What {@link Sealer} gives out must not be one. */
final class HeldOpening implements Opening {
    private final HeldKeys keys;

    HeldOpening(HeldKeys keys) {
        this.keys = keys;
    }

    @Override
    public <T> Sealed<T> seal(Field<T> field, T value) {
        return keys.seal(field, value);
    }

    @Override
    public <T> T read(Field<T> field, Sealed<T> sealed) {
        return keys.read(field, sealed);
    }

    @Override
    public void close() {
        keys.close();
    }
}
