package org.candour.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jcajce.BCFKSLoadStoreParameter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** The root key in a Bouncy Castle BCFKS keystore that a passphrase protects: AES-256 and HMAC-SHA3-512 under keys of scrypt. */
final class FileRootKey implements RootKeyProvider {
    static final String FILE = "root.bcfks";
    static final String ROOT_KEY = "root-1";

    /**
     * scrypt with 8 MiB, about 0.15 s a derivation, of which loading needs two. Block size and parallelism must be equal:
     * Bouncy Castle 1.87 passes the block size for both, so a store made with unequal ones would be unreadable to a release
     * that mends this.
     */
    private static final ScryptConfig SCRYPT =
            new ScryptConfig.Builder(1 << 13, 8, 8).withSaltLength(32).build();

    private final Path file;
    private final Supplier<char[]> passphrase;
    private final BouncyCastleProvider bouncyCastle = new BouncyCastleProvider();

    /** @param passphrase asked at each unlocking; the array it gives is overwritten */
    FileRootKey(Path directory, Supplier<char[]> passphrase) {
        this.file = directory.resolve(FILE);
        this.passphrase = passphrase;
    }

    @Override
    public Optional<Object> mark() {
        return FileMark.of(file).map(mark -> mark);
    }

    @Override
    public Unlocked unlock() {
        var chars = passphrase.get();
        try {
            var store = KeyStore.getInstance("BCFKS", bouncyCastle);
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), chars);
            var blindKeys = new EnumMap<BlindField, WipedKey>(BlindField.class);
            for (var field : BlindField.values()) {
                var key = key(store, alias(field), chars);
                if (key != null) {
                    blindKeys.put(field, key);
                }
            }
            return new UnlockedInMemory(ROOT_KEY, key(store, ROOT_KEY, chars), blindKeys);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyUnavailable("The key store " + FILE + " cannot be read, or the passphrase is wrong", e);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    @Override
    public Unlocked create() {
        var random = new SecureRandom();
        var blindKeys = new EnumMap<BlindField, WipedKey>(BlindField.class);
        for (var field : BlindField.values()) {
            var bytes = new byte[WipedKey.AES_256_BYTES];
            random.nextBytes(bytes);
            blindKeys.put(field, new WipedKey("HmacSHA256", bytes));
        }
        var root = WipedKey.randomAes(random);
        store(root, blindKeys);
        return new UnlockedInMemory(ROOT_KEY, root, blindKeys);
    }

    /** Writes a new keystore, without a root key for a node that only seals. */
    void store(@Nullable WipedKey root, Map<BlindField, WipedKey> blindKeys) {
        var chars = passphrase.get();
        try {
            var protection = new KeyStore.PasswordProtection(chars);
            var store = KeyStore.getInstance("BCFKS", bouncyCastle);
            store.load(null, null);
            if (root != null) {
                store.setEntry(ROOT_KEY, new KeyStore.SecretKeyEntry(root), protection);
            }
            for (var entry : blindKeys.entrySet()) {
                store.setEntry(alias(entry.getKey()), new KeyStore.SecretKeyEntry(entry.getValue()), protection);
            }
            var bytes = new ByteArrayOutputStream();
            store.store(new BCFKSLoadStoreParameter.Builder(bytes, chars)
                    .withStorePBKDFConfig(SCRYPT)
                    .build());
            DurableFiles.write(file, bytes.toByteArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyUnavailable("The key store " + FILE + " could not be written", e);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    private static @Nullable WipedKey key(KeyStore store, String alias, char[] passphrase)
            throws GeneralSecurityException {
        var key = store.getKey(alias, passphrase);
        return key == null ? null : new WipedKey(key.getAlgorithm(), key.getEncoded());
    }

    private static String alias(BlindField field) {
        return "blind-" + field.name().toLowerCase(Locale.ROOT) + "-1";
    }
}
