package org.candour.vault;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import org.candour.ledger.Compartment;

/**
 * The data keys of one object that one recipient may use, wrapped to its public key: one X-Wing encapsulation, and under the
 * key-encryption key it yields (HKDF-SHA-256, bound to object and recipient) an AES-256-GCM wrap of each data key.
 *
 * @param recipientKeyId which of the recipient's key pairs
 * @param suite {@link RecipientKey#SUITE}; anything else is refused
 */
@SuppressWarnings("ArrayRecordComponent") // read from the store and opened; never compared, never changed
record WrappedKeys(Recipient recipient, String recipientKeyId, String suite, byte[] encapsulation, List<Wrap> wraps) {
    /**
     * One data key, wrapped.
     *
     * @param wrapped nonce, ciphertext and tag
     */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Wrap(Compartment compartment, UUID id, int version, byte[] wrapped) {}

    static WrappedKeys wrap(UUID object, RecipientKey.Public to, Collection<DataKey> keys, SecureRandom random) {
        try (var shared = XWing.encapsulate(to.key(), random);
                var keyEncryptionKey = keyEncryptionKey(object, to, shared.secret())) {
            var wraps = new ArrayList<Wrap>();
            for (var key : keys) {
                var binding = binding(object, to, key.compartment(), key.id(), key.version());
                var bytes = key.key().getEncoded();
                var wrapped = AesGcm.wrap(keyEncryptionKey, binding, bytes, random);
                Arrays.fill(bytes, (byte) 0);
                wraps.add(new Wrap(key.compartment(), key.id(), key.version(), wrapped));
            }
            return new WrappedKeys(to.recipient(), to.id(), RecipientKey.SUITE, shared.encapsulation(), wraps);
        }
    }

    /**
     * Unwraps the keys of {@code wanted}, as many of them as there are.
     *
     * @throws EnvelopeRejected if anything was changed, or was made for another object, recipient or key pair
     */
    List<DataKey> unwrap(UUID object, RecipientKey.Private by, Set<Compartment> wanted) {
        try (var keyEncryptionKey = keyEncryptionKey(object, by)) {
            return unwrap(object, by, wanted, keyEncryptionKey);
        }
    }

    /** As {@link #unwrap(UUID, RecipientKey.Private, Set)}, by what {@link #keyEncryptionKey} gave. */
    List<DataKey> unwrap(UUID object, RecipientKey.Private by, Set<Compartment> wanted, WipedKey keyEncryptionKey) {
        checkFor(by);
        var keys = new ArrayList<DataKey>();
        try {
            for (var wrap : wraps) {
                if (wanted.contains(wrap.compartment)) {
                    keys.add(unwrap(object, by, wrap, keyEncryptionKey));
                }
            }
            return keys;
        } catch (AEADBadTagException e) {
            keys.forEach(DataKey::close);
            throw Envelope.rejected();
        }
    }

    /**
     * The key that the data keys are wrapped with, to be closed. Whether it is the right one shows at its first use.
     *
     * @throws EnvelopeRejected if this was made for another key pair, or holds no encapsulation
     */
    WipedKey keyEncryptionKey(UUID object, RecipientKey.Private by) {
        checkFor(by);
        var secret = XWing.decapsulate(by.key(), encapsulation);
        try {
            return keyEncryptionKey(object, by, secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** @throws EnvelopeRejected if this was made for another key pair, or in another way */
    void checkFor(RecipientKey.Private by) {
        if (!suite.equals(RecipientKey.SUITE) || recipient != by.recipient() || !recipientKeyId.equals(by.id())) {
            throw Envelope.rejected();
        }
    }

    private static DataKey unwrap(UUID object, RecipientKey.Private by, Wrap wrap, WipedKey keyEncryptionKey)
            throws AEADBadTagException {
        var binding = binding(object, by, wrap.compartment, wrap.id, wrap.version);
        var key = AesGcm.unwrap(keyEncryptionKey, binding, wrap.wrapped);
        return new DataKey(wrap.compartment, wrap.id, wrap.version, WipedKey.aes(key));
    }

    private static WipedKey keyEncryptionKey(UUID object, RecipientKey recipient, byte[] secret) {
        var info = Binding.of("candour key-encryption key")
                .with(RecipientKey.SUITE)
                .with(object)
                .with(recipient.recipient().name())
                .with(recipient.id())
                .bytes();
        var pseudorandomKey = Hkdf.extract(new byte[0], secret);
        try {
            return WipedKey.aes(Hkdf.expand(pseudorandomKey, info, WipedKey.AES_256_BYTES));
        } finally {
            Arrays.fill(pseudorandomKey, (byte) 0);
        }
    }

    private static byte[] binding(UUID object, RecipientKey to, Compartment compartment, UUID id, int version) {
        return Binding.of("candour data key")
                .with(RecipientKey.SUITE)
                .with(object)
                .with(compartment.name())
                .with(id)
                .with(version)
                .with(to.id())
                .bytes();
    }
}
