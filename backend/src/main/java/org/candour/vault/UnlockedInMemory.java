package org.candour.vault;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/** Keys that a provider had to bring into memory. */
final class UnlockedInMemory implements RootKeyProvider.Unlocked {
    private final Map<String, WipedKey> roots;
    private final Map<String, Instant> madeAt;
    private final Map<BlindField, WipedKey> blindKeys;
    private final SecureRandom random = new SecureRandom();

    /** @param roots oldest first; none at all for a node that only seals */
    UnlockedInMemory(Map<String, WipedKey> roots, Map<String, Instant> madeAt, Map<BlindField, WipedKey> blindKeys) {
        this.roots = new LinkedHashMap<>(roots);
        this.madeAt = Map.copyOf(madeAt);
        this.blindKeys = Map.copyOf(blindKeys);
    }

    @Override
    public Optional<String> rootKeyId() {
        var ids = rootKeyIds();
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(ids.size() - 1));
    }

    @Override
    public List<String> rootKeyIds() {
        return List.copyOf(roots.keySet());
    }

    @Override
    public Optional<Instant> madeAt(String rootKeyId) {
        return Optional.ofNullable(madeAt.get(rootKeyId));
    }

    @Override
    public byte[] wrap(byte[] associatedData, byte[] key) {
        var newest = rootKeyId().orElseThrow(() -> new KeyUnavailable("There is no root key here"));
        return AesGcm.wrap(root(newest), associatedData, key, random);
    }

    @Override
    public byte[] unwrap(String id, byte[] associatedData, byte[] wrapped) {
        try {
            return AesGcm.unwrap(root(id), associatedData, wrapped);
        } catch (AEADBadTagException e) {
            throw new KeyUnavailable("A private key was not wrapped by this root key, or was changed", e);
        }
    }

    @Override
    public Optional<WipedKey> blindKey(BlindField field) {
        return Optional.ofNullable(blindKeys.get(field)).map(WipedKey::copy);
    }

    /** A copy of each root key, oldest first, for whoever must store them elsewhere and wipes them. */
    Map<String, WipedKey> copyOfRoots() {
        var copies = new LinkedHashMap<String, WipedKey>();
        roots.forEach((id, key) -> copies.put(id, key.copy()));
        return copies;
    }

    @Override
    public void close() {
        roots.values().forEach(WipedKey::close);
        blindKeys.values().forEach(WipedKey::close);
    }

    private WipedKey root(String id) {
        var root = roots.get(id);
        if (root == null) {
            throw new KeyUnavailable("The root key " + id + " is not here");
        }
        return root;
    }
}
