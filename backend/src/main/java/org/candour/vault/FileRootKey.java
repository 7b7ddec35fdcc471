package org.candour.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.bouncycastle.crypto.util.ScryptConfig;
import org.bouncycastle.jcajce.BCFKSLoadStoreParameter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/** The root keys in a Bouncy Castle BCFKS keystore that a passphrase protects: AES-256 and HMAC-SHA3-512 under keys of scrypt. */
final class FileRootKey implements RootKeyProvider {
    static final String FILE = "root.bcfks";

    private static final String HMAC = "HmacSHA256";

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
    private final SecureRandom random = new SecureRandom();

    /** @param passphrase asked at each unlocking; the array it gives is overwritten */
    FileRootKey(Path directory, Supplier<char[]> passphrase) {
        this.file = directory.resolve(FILE);
        this.passphrase = passphrase;
    }

    /** What is done with the keystore while it is open. */
    private interface Work<T> {
        T in(KeyStore store, char[] passphrase) throws GeneralSecurityException, IOException;
    }

    @Override
    public String file() {
        return FILE;
    }

    @Override
    public Optional<Object> mark() {
        return FileMark.of(file).map(mark -> mark);
    }

    @Override
    public Unlocked unlock() {
        return with(FileRootKey::unlocked, "cannot be read, or the passphrase is wrong");
    }

    private static Unlocked unlocked(KeyStore store, char[] chars) throws GeneralSecurityException {
        var roots = new LinkedHashMap<String, WipedKey>();
        var madeAt = new LinkedHashMap<String, Instant>();
        for (var id : rootKeyIds(store)) {
            roots.put(id, key(store, id, chars).orElseThrow());
            madeAt.put(id, store.getCreationDate(id).toInstant());
        }
        var blindKeys = new EnumMap<BlindField, WipedKey>(BlindField.class);
        for (var field : BlindField.values()) {
            key(store, alias(field), chars).ifPresent(key -> blindKeys.put(field, key));
        }
        return new UnlockedInMemory(roots, madeAt, blindKeys);
    }

    @Override
    public Unlocked create() {
        var blindKeys = new EnumMap<BlindField, WipedKey>(BlindField.class);
        for (var field : BlindField.values()) {
            blindKeys.put(field, new WipedKey(HMAC, randomBytes()));
        }
        store(WipedKey.randomAes(random), blindKeys);
        return unlock();
    }

    /** Writes a new keystore, without a root key for a node that only seals. The keys are wiped. */
    void store(@Nullable WipedKey root, Map<BlindField, WipedKey> blindKeys) {
        var roots = root == null ? Map.<String, WipedKey>of() : Map.of(RootKeyId.FIRST, root);
        replace(roots, blindKeys);
    }

    /** Writes a new keystore in place of whatever is there. The keys are wiped. */
    void replace(Map<String, WipedKey> roots, Map<BlindField, WipedKey> blindKeys) {
        var chars = passphrase.get();
        try {
            var store = empty();
            for (var root : roots.entrySet()) {
                put(store, root.getKey(), root.getValue(), chars);
            }
            for (var blindKey : blindKeys.entrySet()) {
                put(store, alias(blindKey.getKey()), blindKey.getValue(), chars);
            }
            write(store, chars);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyUnavailable("The key store " + FILE + " could not be written", e);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    @Override
    public String addRootKey() {
        return with(
                (store, chars) -> {
                    var id = RootKeyId.after(rootKeyIds(store));
                    put(store, id, WipedKey.randomAes(random), chars);
                    write(store, chars);
                    return id;
                },
                "could not take a new root key");
    }

    @Override
    public void retireRootKey(String rootKeyId) {
        with(
                (store, chars) -> {
                    var ids = rootKeyIds(store);
                    RootKeyId.requireNotNewest(rootKeyId, ids);
                    if (ids.contains(rootKeyId)) {
                        store.deleteEntry(rootKeyId);
                        write(store, chars);
                    }
                    return rootKeyId;
                },
                "could not lose a root key");
    }

    @Override
    public void addMissingBlindKeys() {
        with(
                (store, chars) -> {
                    var missing = Arrays.stream(BlindField.values())
                            .map(FileRootKey::alias)
                            .filter(alias -> !containsAlias(store, alias))
                            .toList();
                    for (var alias : missing) {
                        put(store, alias, new WipedKey(HMAC, randomBytes()), chars);
                    }
                    if (!missing.isEmpty()) {
                        write(store, chars);
                    }
                    return missing;
                },
                "could not take a key of the blind index");
    }

    private <T> T with(Work<T> work, String failure) {
        var chars = passphrase.get();
        try {
            var store = empty();
            store.load(new ByteArrayInputStream(Files.readAllBytes(file)), chars);
            return work.in(store, chars);
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyUnavailable("The key store " + FILE + " " + failure, e);
        } finally {
            Arrays.fill(chars, '\0');
        }
    }

    private KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("BCFKS", bouncyCastle);
        store.load(null, null);
        return store;
    }

    private void write(KeyStore store, char[] chars) throws GeneralSecurityException, IOException {
        var bytes = new ByteArrayOutputStream();
        store.store(new BCFKSLoadStoreParameter.Builder(bytes, chars)
                .withStorePBKDFConfig(SCRYPT)
                .build());
        DurableFiles.replace(file, bytes.toByteArray());
    }

    private static void put(KeyStore store, String alias, WipedKey key, char[] chars) throws GeneralSecurityException {
        try (key) {
            store.setEntry(alias, new KeyStore.SecretKeyEntry(key), new KeyStore.PasswordProtection(chars));
        }
    }

    private static Optional<WipedKey> key(KeyStore store, String alias, char[] passphrase)
            throws GeneralSecurityException {
        return Optional.ofNullable(store.getKey(alias, passphrase))
                .map(key -> new WipedKey(key.getAlgorithm(), key.getEncoded()));
    }

    private static List<String> rootKeyIds(KeyStore store) throws GeneralSecurityException {
        return Collections.list(store.aliases()).stream()
                .filter(RootKeyId::isOne)
                .sorted(Comparator.comparingInt(RootKeyId::number))
                .toList();
    }

    private static boolean containsAlias(KeyStore store, String alias) {
        try {
            return store.containsAlias(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key store is open", e);
        }
    }

    private byte[] randomBytes() {
        var bytes = new byte[WipedKey.AES_256_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String alias(BlindField field) {
        return "blind-" + field.name().toLowerCase(Locale.ROOT) + "-1";
    }
}
