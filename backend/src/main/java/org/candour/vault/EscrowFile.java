package org.candour.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the vault must not lose, sealed to the public half of a shared secret: one X-Wing encapsulation, HKDF-SHA-256, and
 * AES-256-GCM bound to the split. It holds the recipients' private keys and the keys of the blind index, and no root key.
 *
 * @param splitId fingerprint of {@code publicKey}
 */
@SuppressWarnings("ArrayRecordComponent") // read and written, nothing else
record EscrowFile(int format, String splitId, byte[] publicKey, byte[] encapsulation, byte[] sealed) {
    static final String FILE = "escrow.json";

    private static final int FORMAT = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    /** What is sealed. Closing wipes it. */
    record Content(List<PrivateKey> privateKeys, List<BlindKey> blindKeys) implements AutoCloseable {
        Map<BlindField, WipedKey> wipedBlindKeys() {
            var keys = new EnumMap<BlindField, WipedKey>(BlindField.class);
            blindKeys.forEach(blind -> keys.put(blind.field, new WipedKey("HmacSHA256", blind.key.clone())));
            return keys;
        }

        @Override
        public void close() {
            privateKeys.forEach(key -> Arrays.fill(key.seed, (byte) 0));
            blindKeys.forEach(blind -> Arrays.fill(blind.key, (byte) 0));
        }

        @Override
        public String toString() {
            return "Content";
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // as above
    record PrivateKey(Recipient recipient, byte[] seed) {}

    @SuppressWarnings("ArrayRecordComponent") // as above
    record BlindKey(BlindField field, byte[] key) {}

    /** Whether a secret was ever split here. */
    static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(FILE));
    }

    /** @throws KeyUnavailable if it is not there or not readable */
    static EscrowFile read(Path directory) {
        try {
            var file = JSON.readValue(Files.readAllBytes(directory.resolve(FILE)), EscrowFile.class);
            if (file.format != FORMAT || file.publicKey.length != XWing.PUBLIC_KEY_BYTES) {
                throw new KeyUnavailable("The escrow is of an unknown format");
            }
            return file;
        } catch (IOException | JacksonException e) {
            throw new KeyUnavailable("The escrow " + FILE + " cannot be read", e);
        }
    }

    /** The public half that it is sealed to; a file that somebody exchanged names its own, and the ledger another. */
    XWingPublicKeyParameters key() {
        var key = new XWingPublicKeyParameters(publicKey);
        if (!fingerprint(key).equals(splitId)) {
            throw new KeyUnavailable("The public key of the escrow is another one");
        }
        return key;
    }

    static void write(
            Path directory,
            XWingPublicKeyParameters to,
            List<RecipientKey.Private> privateKeys,
            RootKeyProvider.Unlocked unlocked,
            SecureRandom random)
            throws IOException {
        try (var content = content(privateKeys, unlocked);
                var shared = XWing.encapsulate(to, random)) {
            var id = fingerprint(to);
            var plaintext = JSON.writeValueAsBytes(content);
            try (var key = key(id, shared.secret())) {
                var sealed = AesGcm.wrap(key, binding(id), plaintext, random);
                var file = new EscrowFile(FORMAT, id, to.getEncoded(), shared.encapsulation(), sealed);
                DurableFiles.replace(directory.resolve(FILE), JSON.writeValueAsBytes(file));
            } finally {
                Arrays.fill(plaintext, (byte) 0);
            }
        }
    }

    private static Content content(List<RecipientKey.Private> privateKeys, RootKeyProvider.Unlocked unlocked) {
        var seeds = privateKeys.stream()
                .map(key -> new PrivateKey(key.recipient(), key.key().getSeed()))
                .toList();
        var blindKeys = new ArrayList<BlindKey>();
        for (var field : BlindField.values()) {
            unlocked.blindKey(field).ifPresent(key -> {
                try (key) {
                    blindKeys.add(new BlindKey(field, key.getEncoded()));
                }
            });
        }
        return new Content(seeds, blindKeys);
    }

    /** @throws EscrowRefused if it was sealed to another key, or changed */
    Content open(XWingPrivateKeyParameters by) {
        var id = fingerprint(by.getPublicKeyParameters());
        if (!id.equals(splitId)) {
            throw new EscrowRefused("The shares are of another split than the vault's");
        }
        var secret = XWing.decapsulate(by, encapsulation);
        try (var key = key(id, secret)) {
            var plaintext = AesGcm.unwrap(key, binding(id), sealed);
            try {
                return JSON.readValue(plaintext, Content.class);
            } finally {
                Arrays.fill(plaintext, (byte) 0);
            }
        } catch (AEADBadTagException e) {
            throw new EscrowRefused("The escrow was changed");
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    static String fingerprint(XWingPublicKeyParameters key) {
        return RecipientKey.fingerprint("ESCROW", key.getEncoded());
    }

    private static WipedKey key(String splitId, byte[] secret) {
        var pseudorandomKey = Hkdf.extract(new byte[0], secret);
        try {
            var info = Binding.of("candour escrow key").with(splitId).bytes();
            return WipedKey.aes(Hkdf.expand(pseudorandomKey, info, WipedKey.AES_256_BYTES));
        } finally {
            Arrays.fill(pseudorandomKey, (byte) 0);
        }
    }

    private static byte[] binding(String splitId) {
        return Binding.of("candour escrow").with(FORMAT).with(splitId).bytes();
    }
}
