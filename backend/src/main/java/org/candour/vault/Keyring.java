package org.candour.vault;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of this process as the key store had them at one moment. */
final class Keyring implements AutoCloseable {
    private final RootKeyProvider.Unlocked unlocked;
    private final Map<Recipient, RecipientKey.Public> publicKeys;
    private final List<RecipientKey.Private> privateKeys;

    private Keyring(
            RootKeyProvider.Unlocked unlocked,
            Map<Recipient, RecipientKey.Public> publicKeys,
            List<RecipientKey.Private> privateKeys) {
        this.unlocked = unlocked;
        this.publicKeys = publicKeys;
        this.privateKeys = privateKeys;
    }

    /** @throws KeyUnavailable if anything that is there cannot be read; what is not there is missed only when it is needed */
    static Keyring load(RootKeyProvider provider, KeyPairFiles files) {
        var unlocked = provider.unlock();
        @Nullable Keyring loaded = null;
        try {
            var publicKeys = new EnumMap<Recipient, RecipientKey.Public>(Recipient.class);
            for (var recipient : Recipient.values()) {
                files.newest(recipient).ifPresent(key -> publicKeys.put(recipient, key));
            }
            List<RecipientKey.Private> privateKeys =
                    unlocked.rootKeyId().isPresent() ? files.privateKeys(unlocked) : List.of();
            loaded = new Keyring(unlocked, publicKeys, privateKeys);
            return loaded;
        } catch (IOException e) {
            throw new KeyUnavailable("The recipients' keys cannot be read", e);
        } finally {
            if (loaded == null) {
                unlocked.close();
            }
        }
    }

    /** @throws KeyUnavailable if it is not here */
    RecipientKey.Public publicKey(Recipient recipient) {
        var key = publicKeys.get(recipient);
        if (key == null) {
            throw new KeyUnavailable("The public key of " + recipient + " is not here");
        }
        return key;
    }

    /** @throws KeyUnavailable if it is not here */
    RecipientKey.Private privateKey(Recipient recipient, String id) {
        return privateKeys.stream()
                .filter(key -> key.recipient() == recipient && key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new KeyUnavailable("A private key of " + recipient + " is not here"));
    }

    /** Whether there is a root key, with which private halves would open as soon as they came. */
    boolean opens() {
        return hasPrivateKeys() || unlocked.rootKeyId().isPresent();
    }

    boolean hasPrivateKey(Recipient recipient, String id) {
        return privateKeys.stream()
                .anyMatch(key -> key.recipient() == recipient && key.id().equals(id));
    }

    /** The ids of the root keys, oldest first, and when each was made. */
    Map<String, Optional<Instant>> rootKeys() {
        var keys = new LinkedHashMap<String, Optional<Instant>>();
        unlocked.rootKeyIds().forEach(id -> keys.put(id, unlocked.madeAt(id)));
        return keys;
    }

    /** Whether a field of the blind index has no key yet, and this process may make one: it opens, and so is no mere front door. */
    boolean lacksBlindKeys() {
        return unlocked.rootKeyId().isPresent()
                && Arrays.stream(BlindField.values()).anyMatch(field -> !hasBlindKey(field));
    }

    private boolean hasBlindKey(BlindField field) {
        var key = unlocked.blindKey(field);
        key.ifPresent(WipedKey::close);
        return key.isPresent();
    }

    /** Whether this process opens anything at all. */
    boolean hasPrivateKeys() {
        return !privateKeys.isEmpty();
    }

    /**
     * A copy of the field's key, to be closed.
     *
     * @throws KeyUnavailable if it is not here, or was dropped at this moment
     */
    WipedKey blindKey(BlindField field) {
        try {
            return unlocked.blindKey(field)
                    .orElseThrow(() -> new KeyUnavailable("The key of the blind index " + field + " is not here"));
        } catch (IllegalStateException e) {
            throw new KeyUnavailable("The keys were dropped", e);
        }
    }

    @Override
    public void close() {
        unlocked.close();
    }
}
