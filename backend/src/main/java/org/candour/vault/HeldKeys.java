package org.candour.vault;

import java.security.SecureRandom;
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
        check(field);
        var key = keys.stream()
                .filter(candidate -> candidate.compartment() == field.compartment())
                .max(Comparator.comparingInt(DataKey::version))
                .orElseThrow(() -> missing(field));
        var plaintext = Plaintexts.bytes(value);
        try {
            return new Sealed<>(Envelope.seal(key, Place.of(object, field), plaintext, random));
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    <T> T read(Field<T> field, Sealed<T> sealed) {
        check(field);
        if (keys.stream().noneMatch(key -> key.compartment() == field.compartment())) {
            throw missing(field);
        }
        var id = Envelope.keyId(sealed.envelope());
        var key = keys.stream()
                .filter(candidate -> candidate.compartment() == field.compartment()
                        && candidate.id().equals(id))
                .findFirst()
                .orElseThrow(Envelope::rejected);
        var plaintext = Envelope.open(key, Place.of(object, field), sealed.envelope());
        try {
            return Plaintexts.value(plaintext, field.type());
        } finally {
            Arrays.fill(plaintext, (byte) 0);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        keys.forEach(DataKey::close);
    }

    private void check(Field<?> field) {
        if (isClosed) {
            throw new IllegalStateException("The keys are wiped");
        }
        if (!covered.contains(field.compartment())) {
            throw new NotCovered(field.compartment());
        }
    }

    private static KeyUnavailable missing(Field<?> field) {
        return new KeyUnavailable("The object has no key for " + field.compartment());
    }
}
