package org.candour.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.candour.ledger.TestReceipts.receipt;

import com.mongodb.client.MongoClients;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.candour.development.EmbeddedStore;
import org.candour.ledger.Compartment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import tools.jackson.databind.json.JsonMapper;

/** The front door cannot read the letters: a node that runs intake alone, as a thief of all it has would find it. */
class SealedIntakeTests {
    private static final String DOOR_PASSPHRASE = "another passphrase for the door";
    private static final String CANARY = "Zqcanarynarrative";
    private static final List<String> THERE = List.of("POST /api/reports", "GET /api/bodies");

    @TempDir
    Path folder;

    private Path full;
    private Path door;

    @BeforeEach
    void makeKeys() throws IOException {
        full = Files.createDirectory(folder.resolve("full"));
        door = folder.resolve("door");
        TestVault.withKeys(full).close();
        Files.writeString(folder.resolve("passphrase"), TestVault.PASSPHRASE);
        Files.writeString(folder.resolve("new-passphrase"), DOOR_PASSPHRASE);
    }

    @Test
    void whoTakesAllOfAnIntakeNodeReadsNothingThatItTookIn() throws Exception {
        assertThat(makeDoor()).isEqualTo(VaultCommand.DONE);
        try (var store = EmbeddedStore.inMemory();
                var node = IntakeProcess.start(store.uri("door"), door, DOOR_PASSPHRASE, folder)) {
            assertThat(node.isUp()).as(node.said()).isTrue();
            var answer = node.call("POST", "/api/reports", "victim", report());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            var caseId = UUID.fromString(
                    JsonMapper.shared().readTree(answer.body()).get("caseId").asString());

            assertNothingElseIsThere(node);
            assertTheHeapHoldsNoKeyThatOpens(node);
            assertOnlyTheFullKeysOpen(store.uri("door"), caseId);
        }
    }

    @Test
    void doesNotStartWithKeysThatOpen() throws Exception {
        try (var store = EmbeddedStore.inMemory();
                var node = IntakeProcess.start(store.uri("door"), full, TestVault.PASSPHRASE, folder)) {
            assertThat(node.said())
                    .contains("APPLICATION FAILED TO START", "private halves", "vault intake-node")
                    .doesNotContain("Started CandourApplication", TestVault.PASSPHRASE);
        }
    }

    @Test
    void aRootKeyAloneIsRefusedAtTheStartAndLater() throws IOException {
        makeDoor();
        var settings = new VaultSettings(door, DOOR_PASSPHRASE, null);
        try (var test = TestVault.withKeys(Files.createDirectory(folder.resolve("other")))) {
            var room = VaultConfiguration.assemble(settings, test.documents, Clock.systemUTC());
            var started = new SealingNode(settings, room);
            assertThat(started).isNotNull();
            Files.delete(door.resolve(FileRootKey.FILE));

            new FileRootKey(door, DOOR_PASSPHRASE::toCharArray).create().close();

            assertThatThrownBy(room::keys).isInstanceOf(KeyUnavailable.class).hasMessageContaining("root key");
            var again = VaultConfiguration.assemble(settings, test.documents, Clock.systemUTC());
            assertThatThrownBy(() -> new SealingNode(settings, again))
                    .isInstanceOf(SealingNodeRefused.class)
                    .hasMessageContaining("root key");
        }
    }

    @Test
    void withoutKeysItMakesNone() throws IOException {
        Files.createDirectory(door);
        var settings = new VaultSettings(door, DOOR_PASSPHRASE, null);
        try (var test = TestVault.withKeys(Files.createDirectory(folder.resolve("other")))) {
            var room = VaultConfiguration.assemble(settings, test.documents, Clock.systemUTC());

            assertThatThrownBy(() -> new SealingNode(settings, room)).isInstanceOf(SealingNodeRefused.class);

            assertThat(door).isEmptyDirectory();
        }
    }

    @Test
    void theCommandMakesNothingFromWhatItCannotUse() throws IOException {
        var out = new ByteArrayOutputStream();

        assertThat(run(out)).isEqualTo(VaultCommand.UNUSABLE);
        assertThat(run(out, "intake-node", "--from", full.toString())).isEqualTo(VaultCommand.UNUSABLE);
        Files.writeString(folder.resolve("passphrase"), "a wrong passphrase");
        assertThat(makeDoor()).isEqualTo(VaultCommand.UNUSABLE);
        assertThat(door).doesNotExist();
        Files.writeString(folder.resolve("passphrase"), TestVault.PASSPHRASE);
        Files.writeString(Files.createDirectory(door).resolve("something"), "else");
        assertThat(makeDoor()).isEqualTo(VaultCommand.UNUSABLE);
        assertThat(door.resolve(FileRootKey.FILE)).doesNotExist();
        assertThat(out.toString(UTF_8)).contains("Usage");
    }

    private int makeDoor() {
        return run(
                new ByteArrayOutputStream(),
                "intake-node",
                "--from",
                full.toString(),
                "--passphrase-file",
                folder.resolve("passphrase").toString(),
                "--to",
                door.toString(),
                "--new-passphrase-file",
                folder.resolve("new-passphrase").toString());
    }

    private static int run(ByteArrayOutputStream out, String... args) {
        return VaultCommand.run(List.of(args), new PrintStream(out, true, UTF_8));
    }

    private static String report() {
        return """
                {"identity": {"name": "Vera Victim"},
                 "account": {"whatHappened": "%s", "happened": {"precision": "UNKNOWN"}},
                 "accused": {"people": [{"name": "Robin Rule", "force": "Westmarch Constabulary"}]}}
                """.formatted(CANARY);
    }

    /** Every endpoint of a full node, asked with the role that fits it best, is what an address that never was is. */
    private static void assertNothingElseIsThere(IntakeProcess node) throws IOException, InterruptedException {
        var nowhere = node.call("GET", "/api/nowhere", "victim", "").body();
        for (var endpoint : endpoints()) {
            var words = endpoint.split(" ", -1);
            var path = words[1].replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
            for (var role : List.of("victim", "advocate", "commissioner", "auditor")) {
                var answer = node.call(words[0], path, role, "{}");
                if (THERE.stream().anyMatch(there -> there.endsWith(" " + path))) {
                    assertThat(answer.statusCode()).as(endpoint).isEqualTo(405);
                } else {
                    assertThat(answer.statusCode()).as(endpoint).isEqualTo(404);
                    assertThat(answer.body()).isEqualTo(nowhere.replace("/api/nowhere", path));
                }
            }
        }
        assertThat(node.call("GET", "/v3/api-docs", "auditor", "").statusCode()).isEqualTo(404);
        assertThat(node.call("GET", "/api/bodies", "victim", "").statusCode()).isEqualTo(200);
    }

    private static List<String> endpoints() throws IOException {
        var matrix = Files.readString(Path.of("src/test/resources/org/candour/api/endpoint-matrix.txt"));
        var endpoints = matrix.lines()
                .filter(line -> line.matches("(GET|POST|PUT|PATCH|DELETE) /.*"))
                .map(line -> line.substring(0, line.indexOf('|')).strip().replaceAll(" +", " "))
                .filter(endpoint -> !THERE.contains(endpoint))
                .distinct()
                .toList();
        assertThat(endpoints).hasSizeGreaterThan(20);
        return endpoints;
    }

    private void assertTheHeapHoldsNoKeyThatOpens(IntakeProcess node) throws Exception {
        var dump = folder.resolve("heap.hprof");
        node.dumpHeap(dump);
        var heap = Files.readAllBytes(dump);
        byte[] blindKey;
        try (var unlocked = new FileRootKey(door, DOOR_PASSPHRASE::toCharArray).unlock()) {
            blindKey = unlocked.blindKey(BlindField.ACTOR).orElseThrow().getEncoded();
        }

        assertThat(contains(heap, blindKey))
                .as("the search finds a key that is there")
                .isTrue();
        keysThatOpen()
                .forEach((name, key) -> assertThat(contains(heap, key)).as(name).isFalse());
    }

    private Map<String, byte[]> keysThatOpen() throws Exception {
        var keys = new LinkedHashMap<String, byte[]>();
        var chars = TestVault.PASSPHRASE.toCharArray();
        var store = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
        store.load(new ByteArrayInputStream(Files.readAllBytes(full.resolve(FileRootKey.FILE))), chars);
        for (var alias : Collections.list(store.aliases())) {
            if (alias.startsWith("root")) {
                keys.put(
                        alias,
                        Objects.requireNonNull(store.getKey(alias, chars)).getEncoded());
            }
        }
        try (var unlocked = new FileRootKey(full, TestVault.PASSPHRASE::toCharArray).unlock()) {
            for (var pair : new KeyPairFiles(full).privateKeys(unlocked)) {
                keys.put("private key of " + pair.recipient(), pair.key().getSeed());
            }
        }
        assertThat(keys).hasSizeGreaterThanOrEqualTo(1 + Recipient.values().length);
        return keys;
    }

    private void assertOnlyTheFullKeysOpen(String uri, UUID caseId) {
        try (var client = MongoClients.create(uri)) {
            var documents = new KeyDocuments(new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, "door")));
            var stolen = VaultConfiguration.assemble(
                    new VaultSettings(door, DOOR_PASSPHRASE, null), documents, Clock.systemUTC());
            for (var recipient : Recipient.values()) {
                assertThatThrownBy(() ->
                                new Vault(stolen, documents).open(receipt(caseId, Compartment.values()), recipient))
                        .isInstanceOf(KeyUnavailable.class);
            }
            var stored = Objects.requireNonNull(
                    client.getDatabase("door").getCollection("reports").find().first());
            assertThat(stored.toJson()).doesNotContain(CANARY, "Vera");
            var whole = VaultConfiguration.assemble(
                    new VaultSettings(full, TestVault.PASSPHRASE, null), documents, Clock.systemUTC());
            new Vault(whole, documents)
                    .open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE)
                    .close();
        }
    }

    private static boolean contains(byte[] heap, byte[] key) {
        for (var at = 0; at <= heap.length - key.length; at++) {
            if (heap[at] == key[0] && Arrays.equals(heap, at, at + key.length, key, 0, key.length)) {
                return true;
            }
        }
        return false;
    }
}
