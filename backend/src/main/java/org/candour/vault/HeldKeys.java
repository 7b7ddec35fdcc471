package org.candour.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candour.ledger.Compartment;

/** Unwrapped data keys of one object, and what they do. For one thread. */
final class HeldKeys implements Sealing {
    private final UUID object;
    private final Set<Compartment> covered;
    private final List<DataKey> keys;
    private final SecureRandom random;
    private final List<ChunkKey> files = new ArrayList<>();
    private boolean isClosed;

    /** @param covered the compartments that may be used, which need not all have a key */
    HeldKeys(UUID object, Set<Compartment> covered, List<DataKey> keys, SecureRandom random) {
        this.object = object;
        this.covered = Set.copyOf(covered);
        this.keys = List.copyOf(keys);
        this.random = random;
    }

    @Override
    public <T> Sealed<T> seal(Field<T> field, T value) {
        var key = newest(field.compartment());
        var plaintext = Plaintexts.bytes(value);
        try {
            return new Sealed<>(Envelope.seal(key, Place.of(object, field), plaintext, random));
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    @Override
    public FileSealing seal(FileField file, OutputStream sealed) throws IOException {
        var dataKey = newest(file.compartment());
        var header = FileHeader.create(dataKey, object, file, random);
        sealed.write(header.bytes());
        return new FileSealing(held(header.key(dataKey, object, file)), sealed);
    }

    <T> T read(Field<T> field, Sealed<T> sealed) {
        check(field.compartment());
        var key = key(field.compartment(), Envelope.keyId(sealed.envelope()));
        var plaintext = Envelope.open(key, Place.of(object, field), sealed.envelope());
        try {
            return Plaintexts.value(plaintext, field.type());
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    InputStream read(FileField file, InputStream sealed) throws IOException {
        return new FileReading(chunkKey(file, sealed), sealed);
    }

    InputStream read(FileField file, SeekableByteChannel sealed, long offset, long length) throws IOException {
        sealed.position(0);
        return FileReading.part(chunkKey(file, Channels.newInputStream(sealed)), sealed, offset, length);
    }

    @Override
    public void close() {
        isClosed = true;
        files.forEach(ChunkKey::close);
        keys.forEach(DataKey::close);
    }

    private ChunkKey chunkKey(FileField file, InputStream sealed) throws IOException {
        check(file.compartment());
        var header = FileHeader.read(sealed);
        return held(header.key(key(file.compartment(), header.keyId()), object, file));
    }

    /** The key of a file ends with the keys it came from. */
    private ChunkKey held(ChunkKey key) {
        files.add(key);
        return key;
    }

    private DataKey newest(Compartment compartment) {
        check(compartment);
        return keys.stream()
                .filter(candidate -> candidate.compartment() == compartment)
                .max(Comparator.comparingInt(DataKey::version))
                .orElseThrow(() -> missing(compartment));
    }

    private DataKey key(Compartment compartment, UUID id) {
        if (keys.stream().noneMatch(key -> key.compartment() == compartment)) {
            throw missing(compartment);
        }
        return keys.stream()
                .filter(candidate ->
                        candidate.compartment() == compartment && candidate.id().equals(id))
                .findFirst()
                .orElseThrow(Envelope::rejected);
    }

    private void check(Compartment compartment) {
        if (isClosed) {
            throw new IllegalStateException("The keys are wiped");
        }
        if (!covered.contains(compartment)) {
            throw new NotCovered(compartment);
        }
    }

    private static KeyUnavailable missing(Compartment compartment) {
        return new KeyUnavailable("The object has no key for " + compartment);
    }
}
