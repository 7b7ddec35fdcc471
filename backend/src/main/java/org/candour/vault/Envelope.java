package org.candour.vault;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.AEADBadTagException;

/**
 * The envelope of a field, format 1. All of it is checked before a byte of plaintext is given out.
 *
 * <pre>
 * offset  bytes  what
 *      0      1  format, 1
 *      1      2  suite, big-endian, 1: HKDF-SHA-256, AES-256-GCM, key commitment
 *      3     16  id of the data key
 *     19     32  salt, random
 *     51     32  key commitment
 *     83    n+16 AES-256-GCM ciphertext and tag
 * </pre>
 *
 * The key and nonce of a message, and the commitment, are HKDF-SHA-256 outputs of data key and salt, for two labels and the
 * place, as in suite 0x0478 of the AWS Encryption SDK. So nonces cannot repeat however many messages a key seals, and an
 * envelope that opened under two keys would be a collision of HMAC-SHA-256.
 */
final class Envelope {
    static final int FORMAT = 1;
    static final int SUITE = 1;
    static final int ID_AT = 3;
    static final int SALT_AT = 19;
    static final int SALT_BYTES = 32;
    static final int COMMITMENT_AT = SALT_AT + SALT_BYTES;
    static final int COMMITMENT_BYTES = 32;
    static final int HEADER_BYTES = COMMITMENT_AT + COMMITMENT_BYTES;

    private Envelope() {}

    static byte[] seal(DataKey key, Place place, byte[] plaintext, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        try (var message = MessageKey.derive(key, place, salt)) {
            var sealed = AesGcm.seal(message.key, message.nonce, message.binding, plaintext);
            return ByteBuffer.allocate(HEADER_BYTES + sealed.length)
                    .put((byte) FORMAT)
                    .putShort((short) SUITE)
                    .put(Binding.bytes(key.id()))
                    .put(salt)
                    .put(message.commitment)
                    .put(sealed)
                    .array();
        }
    }

    /** @throws EnvelopeRejected unless {@code envelope} is, bit for bit, what was sealed under {@code key} for {@code place} */
    static byte[] open(DataKey key, Place place, byte[] envelope) {
        if (!keyId(envelope).equals(key.id())) {
            throw rejected();
        }
        var salt = Arrays.copyOfRange(envelope, SALT_AT, COMMITMENT_AT);
        var commitment = Arrays.copyOfRange(envelope, COMMITMENT_AT, HEADER_BYTES);
        try (var message = MessageKey.derive(key, place, salt)) {
            if (!MessageDigest.isEqual(message.commitment, commitment)) {
                throw rejected();
            }
            var sealed = Arrays.copyOfRange(envelope, HEADER_BYTES, envelope.length);
            return AesGcm.open(message.key, message.nonce, message.binding, sealed);
        } catch (AEADBadTagException e) {
            throw rejected();
        }
    }

    /** Reads the header: the one format and the one suite that are allowed, and which data key it names. */
    static UUID keyId(byte[] envelope) {
        if (envelope.length < HEADER_BYTES + AesGcm.TAG_BYTES) {
            throw rejected();
        }
        var header = ByteBuffer.wrap(envelope);
        if (header.get() != FORMAT || header.getShort() != SUITE) {
            throw rejected();
        }
        return Binding.uuid(header);
    }

    /** One answer, whatever was wrong, so that nobody can learn from the difference. */
    static EnvelopeRejected rejected() {
        return new EnvelopeRejected("This is not what was sealed for this place");
    }

    /** What one message is sealed with. */
    private static final class MessageKey implements AutoCloseable {
        private final WipedKey key;
        private final byte[] nonce;
        private final byte[] commitment;
        private final byte[] binding;

        private MessageKey(WipedKey key, byte[] nonce, byte[] commitment, byte[] binding) {
            this.key = key;
            this.nonce = nonce;
            this.commitment = commitment;
            this.binding = binding;
        }

        static MessageKey derive(DataKey dataKey, Place place, byte[] salt) {
            var binding = Binding.of("candour field")
                    .with(FORMAT)
                    .with(SUITE)
                    .with(place.object())
                    .with(place.compartment().name())
                    .with(place.name())
                    .with(place.schema())
                    .with(dataKey.id())
                    .with(dataKey.version())
                    .bytes();
            var dataKeyBytes = dataKey.key().getEncoded();
            var pseudorandomKey = Hkdf.extract(salt, dataKeyBytes);
            var keyInfo = Binding.of("candour field key").with(binding).bytes();
            var keyAndNonce = Hkdf.expand(pseudorandomKey, keyInfo, WipedKey.AES_256_BYTES + AesGcm.NONCE_BYTES);
            var commitmentInfo =
                    Binding.of("candour field commitment").with(binding).bytes();
            var commitment = Hkdf.expand(pseudorandomKey, commitmentInfo, COMMITMENT_BYTES);
            var key = WipedKey.aes(Arrays.copyOf(keyAndNonce, WipedKey.AES_256_BYTES));
            var nonce = Arrays.copyOfRange(keyAndNonce, WipedKey.AES_256_BYTES, keyAndNonce.length);
            Arrays.fill(dataKeyBytes, (byte) 0);
            Arrays.fill(pseudorandomKey, (byte) 0);
            Arrays.fill(keyAndNonce, (byte) 0);
            return new MessageKey(key, nonce, commitment, binding);
        }

        @Override
        public void close() {
            key.close();
        }
    }
}
