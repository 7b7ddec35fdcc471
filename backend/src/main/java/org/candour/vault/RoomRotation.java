package org.candour.vault;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rotates the keys of the {@link KeyRoom} and of the {@link KeyDocuments}. */
@Component
final class RoomRotation implements KeyRotation {
    private final KeyRoom room;
    private final KeyDocuments documents;
    private final ErasedObjects erasedObjects;
    private final SecureRandom random = new SecureRandom();

    RoomRotation(KeyRoom room, KeyDocuments documents) {
        this.room = room;
        this.documents = documents;
        this.erasedObjects = room.erasedObjects();
    }

    @Override
    public List<KeyState> states(KeyFamily family) {
        requirePrivateKeys();
        return family.recipient().map(this::states).orElseGet(this::roots);
    }

    private List<KeyState> roots() {
        var keys = room.keys().rootKeys();
        var newest = List.copyOf(keys.keySet()).get(keys.size() - 1);
        return keys.entrySet().stream()
                .map(key -> new KeyState(
                        KeyFamily.ROOT,
                        key.getKey(),
                        key.getValue().orElse(null),
                        key.getKey().equals(newest),
                        directory().countUnder(key.getKey())))
                .toList();
    }

    private void requirePrivateKeys() {
        if (!room.keys().hasPrivateKeys()) {
            throw new KeyUnavailable("This process holds public keys alone, and rotates none");
        }
    }

    private List<KeyState> states(Recipient recipient) {
        var newest = room.keys().publicKey(recipient).id();
        var madeAt = new LinkedHashMap<String, @Nullable Instant>();
        // a private half alone is of an attempt that was cut off: old, whenever it was made, and to be retired with the
        // others
        directory().privateKeyIds(recipient).forEach(id -> madeAt.put(id, null));
        for (var half : directory().pairs(recipient)) {
            madeAt.remove(half.keyId());
            madeAt.put(half.keyId(), half.createdAt());
        }
        var family = KeyFamily.valueOf(recipient.name());
        return madeAt.entrySet().stream()
                .map(key -> new KeyState(
                        family,
                        key.getKey(),
                        key.getValue(),
                        key.getKey().equals(newest),
                        documents.countWrappedTo(recipient, Set.of(key.getKey()))))
                .toList();
    }

    @Override
    public String successorOf(KeyFamily family, Set<String> old) {
        return family.recipient()
                .map(recipient -> directory().pairAfter(recipient, old))
                .orElseGet(() -> directory().rootAfter(old));
    }

    @Override
    public Moved move(KeyFamily family, Set<String> old, Optional<UUID> after, int limit) {
        return family.recipient()
                .map(recipient -> move(recipient, old, after, limit))
                .orElseGet(() -> new Moved(directory().rewrapPrivateHalves(old), 0, Optional.empty()));
    }

    private Moved move(Recipient recipient, Set<String> old, Optional<UUID> after, int limit) {
        var keyring = room.keys();
        if (old.contains(keyring.publicKey(recipient).id())) {
            throw new KeyUnavailable("The new key of " + recipient + " is not here yet");
        }
        var moved = 0;
        var rejected = 0;
        var last = Optional.<UUID>empty();
        var page = documents.pageWrappedTo(recipient, old, after, limit);
        for (var found : page.entrySet()) {
            last = Optional.of(found.getKey());
            try {
                var keys = found.getValue().orElseThrow(Envelope::rejected);
                moved += move(keys, recipient, keyring) ? 1 : 0;
            } catch (EnvelopeRejected e) {
                rejected++;
            }
        }
        return new Moved(moved, rejected, page.size() < limit ? Optional.empty() : last);
    }

    private boolean move(ObjectKeys keys, Recipient recipient, Keyring keyring) {
        if (erasedObjects.contains(keys.object())) { // back from a backup: it must not live on under the new key
            documents.destroy(keys.object());
            return true;
        }
        var old = keys.to(recipient).orElseThrow(Envelope::rejected);
        var by = keyring.privateKey(recipient, old.recipientKeyId());
        var dataKeys = old.unwrap(keys.object(), by, EnumSet.allOf(Compartment.class));
        try {
            var fresh = WrappedKeys.wrap(keys.object(), keyring.publicKey(recipient), dataKeys, random);
            return documents.replace(keys, old, fresh);
        } finally {
            dataKeys.forEach(DataKey::close);
        }
    }

    @Override
    public void close(KeyFamily family, Set<String> old) {
        if (family.recipient().isPresent()) {
            documents.close(old); // a root key is only ever used where the root keys are, and there they change at once
        }
    }

    @Override
    public void retire(KeyFamily family, Set<String> old) {
        if (family.recipient().isEmpty()) {
            directory().retireRoots(old);
            return;
        }
        var recipient = family.recipient().get();
        if (documents.countWrappedTo(recipient, old) > 0) {
            throw new KeyUnavailable("Objects are still wrapped to a key of " + recipient);
        }
        directory().retirePairs(recipient, old);
    }

    private KeyDirectory directory() {
        return room.keyDirectory();
    }
}
