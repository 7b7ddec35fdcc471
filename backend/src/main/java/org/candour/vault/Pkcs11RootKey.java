package org.candour.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The root keys on a PKCS#11 token, which they never leave. A file beside the key pairs says which of the token's keys are ours,
 * and holds the keys of the blind index, wrapped on the token: a token is too slow to make each blind token itself.
 */
final class Pkcs11RootKey implements RootKeyProvider {
    static final String FILE = "root.pkcs11.json";

    private static final int FORMAT = 1;
    private static final String LABEL = "candour-";
    private static final Duration PROBED = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private final Token token;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Probe probe;

    Pkcs11RootKey(Path directory, Token token, Clock clock) {
        this.file = directory.resolve(FILE);
        this.token = token;
        this.clock = clock;
    }

    /** What the file holds; byte arrays are base64. */
    record Index(int format, List<Root> rootKeys, List<Blind> blindKeys) {
        List<String> ids() {
            return rootKeys.stream().map(Root::id).toList();
        }
    }

    record Root(String id, Instant madeAt) {}

    @SuppressWarnings("ArrayRecordComponent") // read and written, nothing else
    record Blind(BlindField field, String rootKeyId, byte[] wrapped) {}

    private record Probe(boolean wasThere, long atNanos) {}

    @Override
    public String file() {
        return FILE;
    }

    /** Also looks, once a second, whether the token still answers: take it away, and nothing opens. */
    @Override
    public Optional<Object> mark() {
        return FileMark.of(file).map(mark -> List.of(mark, isThere()));
    }

    private synchronized boolean isThere() {
        var last = probe;
        if (last == null || System.nanoTime() - last.atNanos > PROBED.toNanos()) {
            last = new Probe(answers(), System.nanoTime());
            probe = last;
        }
        return last.wasThere;
    }

    private boolean answers() {
        try {
            var ids = read().ids();
            return token.find(LABEL + ids.get(ids.size() - 1)).isPresent();
        } catch (KeyUnavailable | IndexOutOfBoundsException e) {
            return false;
        }
    }

    @Override
    public Unlocked unlock() {
        return unlocked(read());
    }

    private Unlocked unlocked(Index index) {
        var roots = new LinkedHashMap<String, SecretKey>();
        var madeAt = new LinkedHashMap<String, Instant>();
        for (var root : index.rootKeys) {
            roots.put(root.id, handle(root.id));
            madeAt.put(root.id, root.madeAt);
        }
        var blindKeys = new EnumMap<BlindField, WipedKey>(BlindField.class);
        for (var blind : index.blindKeys) {
            var key = token.unwrap(handle(blind.rootKeyId), binding(blind.field), blind.wrapped);
            blindKeys.put(blind.field, new WipedKey("HmacSHA256", key));
        }
        return new UnlockedOnToken(token, roots, madeAt, blindKeys);
    }

    @Override
    public Unlocked create() {
        var root = generated(List.of());
        var blindKeys = Arrays.stream(BlindField.values())
                .map(field -> fresh(field, root.id))
                .toList();
        var index = new Index(FORMAT, List.of(root), blindKeys);
        write(index);
        return unlocked(index);
    }

    @Override
    public String addRootKey() {
        var index = read();
        var root = generated(index.ids());
        var roots = new ArrayList<>(index.rootKeys);
        roots.add(root);
        write(new Index(FORMAT, roots, rewrapped(index.blindKeys, root.id)));
        return root.id;
    }

    /** A key that an attempt which was cut off has left on the token keeps its number, and is never used. */
    private Root generated(List<String> ids) {
        var taken = new ArrayList<>(ids);
        token.labels().stream()
                .filter(label -> label.startsWith(LABEL))
                .map(label -> label.substring(LABEL.length()))
                .filter(RootKeyId::isOne)
                .forEach(taken::add);
        var id = RootKeyId.after(taken);
        token.generate(LABEL + id);
        return new Root(id, clock.instant());
    }

    private List<Blind> rewrapped(List<Blind> blindKeys, String rootKeyId) {
        return blindKeys.stream()
                .map(blind -> {
                    var key = token.unwrap(handle(blind.rootKeyId), binding(blind.field), blind.wrapped);
                    return wrapped(blind.field, rootKeyId, key);
                })
                .toList();
    }

    private Blind fresh(BlindField field, String rootKeyId) {
        var key = new byte[WipedKey.AES_256_BYTES];
        random.nextBytes(key);
        return wrapped(field, rootKeyId, key);
    }

    private Blind wrapped(BlindField field, String rootKeyId, byte[] key) {
        try {
            return new Blind(field, rootKeyId, token.wrap(handle(rootKeyId), binding(field), key));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** The index forgets the key first: what is cut off after that leaves a key that nothing names, and is done again. */
    @Override
    public void retireRootKey(String rootKeyId) {
        var index = read();
        RootKeyId.requireNotNewest(rootKeyId, index.ids());
        if (index.blindKeys.stream().anyMatch(blind -> blind.rootKeyId.equals(rootKeyId))) {
            throw new KeyUnavailable("The root key " + rootKeyId + " still wraps keys of the blind index");
        }
        if (index.ids().contains(rootKeyId)) {
            var others = index.rootKeys.stream()
                    .filter(root -> !root.id.equals(rootKeyId))
                    .toList();
            write(new Index(FORMAT, others, index.blindKeys));
        }
        token.delete(LABEL + rootKeyId);
    }

    @Override
    public void addMissingBlindKeys() {
        var index = read();
        var newest = index.ids().get(index.ids().size() - 1);
        var blindKeys = new ArrayList<>(index.blindKeys);
        for (var field : BlindField.values()) {
            if (blindKeys.stream().noneMatch(blind -> blind.field == field)) {
                blindKeys.add(fresh(field, newest));
            }
        }
        if (blindKeys.size() > index.blindKeys.size()) {
            write(new Index(FORMAT, index.rootKeys, blindKeys));
        }
    }

    private SecretKey handle(String rootKeyId) {
        return token.find(LABEL + rootKeyId)
                .orElseThrow(() -> new KeyUnavailable("The root key " + rootKeyId + " is not on the token"));
    }

    private static byte[] binding(BlindField field) {
        return Binding.of("candour blind key").with(field.name()).bytes();
    }

    private Index read() {
        try {
            var index = JSON.readValue(Files.readAllBytes(file), Index.class);
            if (index.format != FORMAT || index.rootKeys.isEmpty()) {
                throw new KeyUnavailable("The index of the token's keys is of an unknown format");
            }
            return index;
        } catch (IOException | JacksonException e) {
            throw new KeyUnavailable("The index of the token's keys, " + FILE + ", cannot be read", e);
        }
    }

    private void write(Index index) {
        try {
            DurableFiles.replace(file, JSON.writeValueAsBytes(index));
        } catch (IOException e) {
            throw new KeyUnavailable("The index of the token's keys, " + FILE + ", could not be written", e);
        }
    }

    /** Root keys as handles to the token, and the keys of the blind index in memory. */
    private record UnlockedOnToken(
            Token token, Map<String, SecretKey> roots, Map<String, Instant> made, Map<BlindField, WipedKey> blindKeys)
            implements Unlocked {
        @Override
        public Optional<String> rootKeyId() {
            var ids = rootKeyIds();
            return Optional.of(ids.get(ids.size() - 1));
        }

        @Override
        public List<String> rootKeyIds() {
            return List.copyOf(roots.keySet());
        }

        @Override
        public Optional<Instant> madeAt(String rootKeyId) {
            return Optional.ofNullable(made.get(rootKeyId));
        }

        @Override
        public byte[] wrap(byte[] associatedData, byte[] key) {
            return token.wrap(root(rootKeyId().orElseThrow()), associatedData, key);
        }

        @Override
        public byte[] unwrap(String rootKeyId, byte[] associatedData, byte[] wrapped) {
            return token.unwrap(root(rootKeyId), associatedData, wrapped);
        }

        private SecretKey root(String id) {
            return Optional.ofNullable(roots.get(id))
                    .orElseThrow(() -> new KeyUnavailable("The root key " + id + " is not here"));
        }

        @Override
        public Optional<WipedKey> blindKey(BlindField field) {
            return Optional.ofNullable(blindKeys.get(field)).map(WipedKey::copy);
        }

        @Override
        public void close() {
            blindKeys.values().forEach(WipedKey::close);
        }

        @Override
        public String toString() {
            return "UnlockedOnToken" + rootKeyIds();
        }
    }
}
