package org.candour.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;

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
    public FileSealing seal(FileField file, OutputStream sealed) throws IOException {
        return keys.seal(file, sealed);
    }

    @Override
    public InputStream read(FileField file, InputStream sealed) throws IOException {
        return keys.read(file, sealed);
    }

    @Override
    public InputStream read(FileField file, SeekableByteChannel sealed, long offset, long length) throws IOException {
        return keys.read(file, sealed, offset, length);
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
