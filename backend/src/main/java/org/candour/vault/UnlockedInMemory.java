package org.candour.vault;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/** Keys that a provider had to bring into memory. */
final class UnlockedInMemory implements RootKeyProvider.Unlocked {
    private final String rootKeyId;
    private final @Nullable WipedKey root;
    private final Map<BlindField, WipedKey> blindKeys;
    private final SecureRandom random = new SecureRandom();

    UnlockedInMemory(String rootKeyId, @Nullable WipedKey root, Map<BlindField, WipedKey> blindKeys) {
        this.rootKeyId = rootKeyId;
        this.root = root;
        this.blindKeys = Map.copyOf(blindKeys);
    }

    @Override
    public Optional<String> rootKeyId() {
        return Optional.ofNullable(root).map(present -> rootKeyId);
    }

    @Override
    public byte[] wrap(byte[] associatedData, byte[] key) {
        return AesGcm.wrap(root(rootKeyId), associatedData, key, random);
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

    @Override
    public void close() {
        if (root != null) {
            root.close();
        }
        blindKeys.values().forEach(WipedKey::close);
    }

    private WipedKey root(String id) {
        if (root == null || !rootKeyId.equals(id)) {
            throw new KeyUnavailable("The root key " + id + " is not here");
        }
        return root;
    }
}
