package org.candour.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.bouncycastle.pqc.crypto.xwing.XWingPublicKeyParameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The recipients' key pairs as files, two a pair. They are files and not documents because whoever could write a public key to
 * the database could read what is sealed from then on.
 */
final class KeyPairFiles {
    static final String PUBLIC = ".public.json";
    static final String PRIVATE = ".private.json";
    static final int FORMAT = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path directory;

    KeyPairFiles(Path directory) {
        this.directory = directory;
    }

    /** The public half of a pair; byte arrays are base64. */
    @SuppressWarnings("ArrayRecordComponent") // read and written, nothing else
    record PublicHalf(
            int format, String keyId, Recipient recipient, String suite, Instant createdAt, byte[] publicKey) {}

    /** The private half of a pair: the X-Wing seed, wrapped by a root key. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record PrivateHalf(int format, String keyId, Recipient recipient, String suite, String rootKeyId, byte[] wrapped) {}

    /** Makes and writes a key pair. */
    void create(Recipient recipient, RootKeyProvider.Unlocked root, Instant now, SecureRandom random)
            throws IOException {
        var pair = RecipientKey.Private.of(recipient, XWing.generate(random));
        var name = recipient.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + pair.id();
        var seed = pair.key().getSeed();
        var wrapped = root.wrap(binding(pair.id(), recipient), seed);
        Arrays.fill(seed, (byte) 0);
        var publicKey = pair.key().getPublicKeyParameters().getEncoded();
        var rootKeyId = root.rootKeyId().orElseThrow();
        var suite = RecipientKey.SUITE;
        write(name + PRIVATE, new PrivateHalf(FORMAT, pair.id(), recipient, suite, rootKeyId, wrapped));
        write(name + PUBLIC, new PublicHalf(FORMAT, pair.id(), recipient, suite, now, publicKey));
    }

    /** The key that new objects are wrapped to: the recipient's newest. */
    Optional<RecipientKey.Public> newest(Recipient recipient) throws IOException {
        PublicHalf newest = null;
        for (var file : files(PUBLIC)) {
            var half = read(file, PublicHalf.class);
            if (half.recipient() == recipient
                    && (newest == null || half.createdAt().isAfter(newest.createdAt()))) {
                newest = half;
            }
        }
        return newest == null ? Optional.empty() : Optional.of(publicKey(newest));
    }

    /** All private keys that are here. */
    List<RecipientKey.Private> privateKeys(RootKeyProvider.Unlocked root) throws IOException {
        var keys = new ArrayList<RecipientKey.Private>();
        for (var file : files(PRIVATE)) {
            keys.add(privateKey(read(file, PrivateHalf.class), root));
        }
        return keys;
    }

    private static RecipientKey.Public publicKey(PublicHalf half) {
        check(half.format(), half.suite(), half.keyId());
        if (half.publicKey().length != XWing.PUBLIC_KEY_BYTES) {
            throw new KeyUnavailable("The public key " + half.keyId() + " has a wrong length");
        }
        var key = RecipientKey.Public.of(half.recipient(), new XWingPublicKeyParameters(half.publicKey()));
        if (!key.id().equals(half.keyId())) {
            throw new KeyUnavailable("The public key " + half.keyId() + " is another one");
        }
        return key;
    }

    private static RecipientKey.Private privateKey(PrivateHalf half, RootKeyProvider.Unlocked root) {
        check(half.format(), half.suite(), half.keyId());
        var seed = root.unwrap(half.rootKeyId(), binding(half.keyId(), half.recipient()), half.wrapped());
        var key = RecipientKey.Private.of(half.recipient(), new XWingPrivateKeyParameters(seed));
        Arrays.fill(seed, (byte) 0);
        if (!key.id().equals(half.keyId())) {
            throw new KeyUnavailable("The private key " + half.keyId() + " is another one");
        }
        return key;
    }

    private static void check(int format, String suite, String keyId) {
        if (format != FORMAT || !suite.equals(RecipientKey.SUITE)) {
            throw new KeyUnavailable("The key " + keyId + " is of an unknown format or suite");
        }
    }

    private static byte[] binding(String keyId, Recipient recipient) {
        return Binding.of("candour private key")
                .with(RecipientKey.SUITE)
                .with(recipient.name())
                .with(keyId)
                .bytes();
    }

    private List<Path> files(String ending) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private void write(String name, Object half) throws IOException {
        DurableFiles.write(directory.resolve(name), JSON.writeValueAsBytes(half));
    }

    private static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(file), type);
        } catch (JacksonException e) {
            throw new IOException(file.getFileName() + " is no key file", e);
        }
    }
}
