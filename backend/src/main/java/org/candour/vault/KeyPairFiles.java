package org.candour.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /** Whether a file is half of a pair. */
    static boolean isOne(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(PUBLIC) || name.endsWith(PRIVATE);
    }

    /** The public half of a pair; byte arrays are base64. */
    @SuppressWarnings("ArrayRecordComponent") // read and written, nothing else
    record PublicHalf(
            int format, String keyId, Recipient recipient, String suite, Instant createdAt, byte[] publicKey) {}

    /** The private half of a pair: the X-Wing seed, wrapped by a root key. */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record PrivateHalf(int format, String keyId, Recipient recipient, String suite, String rootKeyId, byte[] wrapped) {}

    /** What is done once a private half is durable, and before anybody can wrap to its public half. */
    interface Between {
        void run() throws IOException;
    }

    /**
     * Makes and writes a key pair, which is the recipient's newest from then on, whatever the clock says.
     *
     * @return its id
     */
    String create(Recipient recipient, RootKeyProvider.Unlocked root, Instant now, SecureRandom random, Between between)
            throws IOException {
        var createdAt = publicHalves(recipient).stream()
                .map(half -> half.createdAt().plusMillis(1))
                .max(Comparator.naturalOrder())
                .filter(now::isBefore)
                .orElse(now);
        var pair = RecipientKey.Private.of(recipient, XWing.generate(random));
        var name = name(recipient, pair.id());
        var seed = pair.key().getSeed();
        var wrapped = root.wrap(binding(pair.id(), recipient), seed);
        Arrays.fill(seed, (byte) 0);
        var publicKey = pair.key().getPublicKeyParameters().getEncoded();
        var rootKeyId = root.rootKeyId().orElseThrow();
        var suite = RecipientKey.SUITE;
        write(name + PRIVATE, new PrivateHalf(FORMAT, pair.id(), recipient, suite, rootKeyId, wrapped));
        between.run();
        write(name + PUBLIC, new PublicHalf(FORMAT, pair.id(), recipient, suite, createdAt, publicKey));
        return pair.id();
    }

    /**
     * Wraps each private half that a root key of {@code from} wraps with the newest one instead.
     *
     * @return how many
     */
    int rewrap(Collection<String> from, RootKeyProvider.Unlocked root) throws IOException {
        var newest = root.rootKeyId().orElseThrow();
        var count = 0;
        for (var file : files(PRIVATE)) {
            var half = read(file, PrivateHalf.class);
            if (from.contains(half.rootKeyId()) && !half.rootKeyId().equals(newest)) {
                write(file.getFileName().toString(), rewrapped(half, newest, root));
                count++;
            }
        }
        return count;
    }

    private static PrivateHalf rewrapped(PrivateHalf half, String newest, RootKeyProvider.Unlocked root) {
        check(half.format(), half.suite(), half.keyId());
        var binding = binding(half.keyId(), half.recipient());
        var seed = root.unwrap(half.rootKeyId(), binding, half.wrapped());
        try {
            var wrapped = root.wrap(binding, seed);
            return new PrivateHalf(half.format(), half.keyId(), half.recipient(), half.suite(), newest, wrapped);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** The root keys that wrap private halves, or did. */
    List<String> rootKeyIds() throws IOException {
        var ids = new TreeSet<String>();
        for (var file : files(PRIVATE)) {
            ids.add(read(file, PrivateHalf.class).rootKeyId());
        }
        return List.copyOf(ids);
    }

    /** Writes the private half of a pair anew, from the key itself. */
    void restore(Recipient recipient, XWingPrivateKeyParameters key, RootKeyProvider.Unlocked root) throws IOException {
        var pair = RecipientKey.Private.of(recipient, key);
        var seed = key.getSeed();
        try {
            var wrapped = root.wrap(binding(pair.id(), recipient), seed);
            var rootKeyId = root.rootKeyId().orElseThrow();
            write(
                    name(recipient, pair.id()) + PRIVATE,
                    new PrivateHalf(FORMAT, pair.id(), recipient, RecipientKey.SUITE, rootKeyId, wrapped));
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** Deletes both halves of a pair: first the one that would be wrapped to, then the one that opens. */
    void delete(Recipient recipient, String keyId) throws IOException {
        DurableFiles.delete(directory.resolve(name(recipient, keyId) + PUBLIC));
        DurableFiles.delete(directory.resolve(name(recipient, keyId) + PRIVATE));
    }

    /** The ids of the recipient's pairs whose private half is here. */
    Set<String> privateKeyIds(Recipient recipient) throws IOException {
        var ids = new TreeSet<String>();
        for (var file : files(PRIVATE)) {
            var half = read(file, PrivateHalf.class);
            if (half.recipient() == recipient) {
                ids.add(half.keyId());
            }
        }
        return ids;
    }

    /** How many private halves a root key wraps. */
    int countUnder(String rootKeyId) throws IOException {
        var count = 0;
        for (var file : files(PRIVATE)) {
            if (read(file, PrivateHalf.class).rootKeyId().equals(rootKeyId)) {
                count++;
            }
        }
        return count;
    }

    /** The recipient's public halves, oldest first. */
    List<PublicHalf> publicHalves(Recipient recipient) throws IOException {
        var halves = new ArrayList<PublicHalf>();
        for (var file : files(PUBLIC)) {
            var half = read(file, PublicHalf.class);
            if (half.recipient() == recipient) {
                halves.add(half);
            }
        }
        halves.sort(Comparator.comparing(PublicHalf::createdAt));
        return halves;
    }

    /** The key that new objects are wrapped to: the recipient's newest. */
    Optional<RecipientKey.Public> newest(Recipient recipient) throws IOException {
        var halves = publicHalves(recipient);
        return halves.isEmpty() ? Optional.empty() : Optional.of(publicKey(halves.get(halves.size() - 1)));
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
        DurableFiles.replace(directory.resolve(name), JSON.writeValueAsBytes(half));
    }

    private static String name(Recipient recipient, String keyId) {
        return recipient.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + keyId;
    }

    private static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return JSON.readValue(Files.readAllBytes(file), type);
        } catch (JacksonException e) {
            throw new IOException(file.getFileName() + " is no key file", e);
        }
    }
}
