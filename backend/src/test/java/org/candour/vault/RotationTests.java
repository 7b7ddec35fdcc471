package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.candour.ledger.TestReceipts.receipt;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.types.Binary;
import org.candour.ledger.Compartment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New keys in place of old, while everything stays readable. */
class RotationTests {
    private static final KeyFamily CASES = KeyFamily.CASE_SERVICE;

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private final Map<UUID, Sealed<Secret>> objects = new HashMap<>();
    private TestVault test;
    private KeyRotation rotation;

    @BeforeEach
    void start() {
        test = TestVault.withKeys(directory);
        rotation = test.rotation();
        for (var count = 0; count < 5; count++) {
            seal(test.sealer());
        }
    }

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void theNewRootKeyWrapsAndTheOldOneStillUnwrapsUntilItIsRetired() {
        var old = ids(KeyFamily.ROOT);

        assertThat(rotation.successorOf(KeyFamily.ROOT, old)).isEqualTo("root-2");
        assertEverythingOpens();
        assertThat(rotation.move(KeyFamily.ROOT, old, Optional.empty(), 1).moved())
                .isEqualTo(Recipient.values().length);
        rotation.retire(KeyFamily.ROOT, old);

        assertThat(ids(KeyFamily.ROOT)).containsExactly("root-2");
        assertEverythingOpens();
        assertThat(rotation.successorOf(KeyFamily.ROOT, Set.of("root-2"))).isEqualTo("root-3");
    }

    @Test
    void aRootKeyThatStillWrapsIsNotRetired() {
        var old = ids(KeyFamily.ROOT);
        rotation.successorOf(KeyFamily.ROOT, old);

        assertThatThrownBy(() -> rotation.retire(KeyFamily.ROOT, old)).isInstanceOf(KeyUnavailable.class);
        assertThatThrownBy(() -> rotation.retire(KeyFamily.ROOT, Set.of("root-2")))
                .isInstanceOf(KeyUnavailable.class);
        assertThat(ids(KeyFamily.ROOT)).containsExactlyInAnyOrder("root-1", "root-2");
        assertEverythingOpens();
    }

    @Test
    void everyObjectMovesToTheNewKeyPageByPage() {
        var old = ids(CASES);
        var fresh = rotation.successorOf(CASES, old);
        assertEverythingOpens();

        assertThat(pass(old, 2)).isEqualTo(objects.size());
        assertEverythingOpens();
        assertThat(pass(old, 2)).isZero();
        rotation.close(CASES, old);
        rotation.retire(CASES, old);

        assertThat(ids(CASES)).containsExactly(fresh);
        assertThat(rotation.states(CASES).get(0).inUse()).isEqualTo(objects.size());
        assertEverythingOpens();
        seal(test.sealer());
        assertEverythingOpens();
    }

    @Test
    void makingASuccessorTwiceMakesOne() {
        var old = ids(CASES);

        assertThat(rotation.successorOf(CASES, old)).isEqualTo(test.rotation().successorOf(CASES, old));
        assertThat(ids(CASES)).hasSize(2);
    }

    @Test
    void aKeyThatStillWrapsAnObjectIsNotRetired() {
        var old = ids(CASES);
        rotation.successorOf(CASES, old);
        rotation.move(CASES, old, Optional.empty(), objects.size() - 1);

        assertThatThrownBy(() -> rotation.retire(CASES, old)).isInstanceOf(KeyUnavailable.class);
        assertEverythingOpens();
    }

    @Test
    void theNewestKeyIsNeverRetired() {
        var only = ids(KeyFamily.DISCLOSURE);

        assertThatThrownBy(() -> rotation.retire(KeyFamily.DISCLOSURE, only)).isInstanceOf(KeyUnavailable.class);
        assertThat(ids(KeyFamily.DISCLOSURE)).isEqualTo(only);
    }

    @Test
    void aDamagedObjectHoldsTheOldKeyBack() {
        var old = ids(CASES);
        rotation.successorOf(CASES, old);
        var first = objects.keySet().iterator().next();
        var id = new Binary(org.bson.BsonBinarySubType.UUID_STANDARD, Binding.bytes(first));
        test.keys()
                .updateOne(
                        Filters.eq("_id", id),
                        Updates.set("recipients.0.encapsulation", new Binary(new byte[XWing.ENCAPSULATION_BYTES])));

        var moved = rotation.move(CASES, old, Optional.empty(), 100);

        assertThat(moved.rejected()).isOne();
        assertThat(moved.moved()).isEqualTo(objects.size() - 1);
        assertThatThrownBy(() -> rotation.retire(CASES, old)).isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void aFrontDoorThatHasNotSeenTheNewKeyIsMovedAndOnceItsKeyIsClosedRefused() throws IOException {
        var door = new Sealer(door(), test.documents);
        var old = ids(CASES);
        rotation.successorOf(CASES, old);

        seal(door);
        assertThat(pass(old, 100)).isEqualTo(objects.size());
        rotation.close(CASES, old);

        var before = test.keys().countDocuments();
        assertThatThrownBy(() -> seal(door)).isInstanceOf(KeyUnavailable.class);
        assertThat(test.keys().countDocuments()).isEqualTo(before);
        rotation.retire(CASES, old);
        assertEverythingOpens();
    }

    @Test
    void aFrontDoorRotatesNothing() throws IOException {
        var door = new RoomRotation(door(), test.documents);
        var files = files(elsewhere);

        for (var family : KeyFamily.values()) {
            assertThatThrownBy(() -> door.states(family)).isInstanceOf(KeyUnavailable.class);
            assertThatThrownBy(() -> door.successorOf(family, Set.of("root-1"))).isInstanceOf(KeyUnavailable.class);
        }
        assertThat(files(elsewhere)).isEqualTo(files);
    }

    @Test
    void submissionsAndReadersNeverNoticeARotationByTwoProcesses() throws Exception {
        var isOver = new AtomicBoolean();
        var made = java.util.Collections.synchronizedMap(new HashMap<UUID, Sealed<Secret>>());
        var threads = Executors.newFixedThreadPool(2);
        try {
            var sealing = threads.submit(() -> {
                while (!isOver.get()) {
                    var id = UUID.randomUUID();
                    made.put(id, sealed(test.sealer(), id));
                    open(test.vault(), id, made.get(id));
                }
                return true;
            });
            var other = threads.submit(() -> rotateFully(test.rotation()));
            rotateFully(rotation);
            other.get();
            isOver.set(true);
            assertThat(sealing.get()).isTrue();
        } finally {
            isOver.set(true);
            threads.shutdown();
        }
        objects.putAll(made);
        assertThat(made).isNotEmpty();
        assertEverythingOpens();
    }

    private boolean rotateFully(KeyRotation by) {
        var old = Set.of(ids(CASES).iterator().next());
        retrying(() -> by.successorOf(CASES, old));
        do {
            retrying(() -> by.move(CASES, old, Optional.empty(), 1_000));
        } while (test.documents.countWrappedTo(Recipient.CASE_SERVICE, old) > 0);
        return true;
    }

    /** As the relay does: another thread of this process may have the directory. */
    private static void retrying(Runnable step) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(2))
                .until(() -> {
                    try {
                        step.run();
                        return true;
                    } catch (KeyUnavailable busy) {
                        return false;
                    }
                });
    }

    @Test
    void aReplacementThatWasCutOffIsNotRead() throws IOException {
        Files.write(directory.resolve(FileRootKey.FILE + ".new"), new byte[] {1});
        Files.write(directory.resolve("case-service.x" + KeyPairFiles.PRIVATE + ".new"), new byte[] {1});

        assertEverythingOpens();
        rotation.successorOf(KeyFamily.ROOT, ids(KeyFamily.ROOT));
        assertEverythingOpens();
    }

    @Test
    void thePrivateHalfThatAnAttemptLeftBehindIsRetiredWithTheOthers() throws IOException {
        var fresh = rotation.successorOf(CASES, ids(CASES));
        Files.delete(directory.resolve("case-service." + fresh + KeyPairFiles.PUBLIC));
        var old = ids(CASES);
        assertThat(old).hasSize(2).contains(fresh);

        var next = rotation.successorOf(CASES, old);
        pass(old, 100);
        rotation.retire(CASES, old);

        assertThat(new KeyPairFiles(directory).privateKeyIds(Recipient.CASE_SERVICE))
                .containsExactly(next);
        assertEverythingOpens();
    }

    @Test
    void aNewPairIsTheNewestWhateverTheClockSays() {
        var room = VaultConfiguration.assemble(
                new VaultSettings(directory, TestVault.PASSPHRASE, null),
                test.documents,
                Clock.fixed(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC));
        var fresh = new RoomRotation(room, test.documents).successorOf(CASES, ids(CASES));

        assertThat(test.room().keys().publicKey(Recipient.CASE_SERVICE).id()).isEqualTo(fresh);
    }

    @Test
    void aBlindFieldThatIsNewGetsItsKeyAndTheOthersKeepTheirs() {
        var provider = new FileRootKey(directory, TestVault.PASSPHRASE::toCharArray);
        var token = test.blindIndex().token(BlindField.ACTOR, "zoe");
        forget(provider, BlindField.BODY);

        assertThat(test.blindIndex().token(BlindField.BODY, "x")).hasSize(32);
        assertThat(test.blindIndex().token(BlindField.ACTOR, "zoe")).isEqualTo(token);
        assertEverythingOpens();
    }

    private static void forget(FileRootKey provider, BlindField field) {
        try (var unlocked = (UnlockedInMemory) provider.unlock()) {
            var blindKeys = new HashMap<BlindField, WipedKey>();
            for (var other : BlindField.values()) {
                if (other != field) {
                    blindKeys.put(other, unlocked.blindKey(other).orElseThrow());
                }
            }
            provider.replace(unlocked.copyOfRoots(), blindKeys);
        }
    }

    private KeyRoom door() throws IOException {
        for (var file : files(directory)) {
            if (file.toString().endsWith(KeyPairFiles.PUBLIC)) {
                Files.copy(file, elsewhere.resolve(file.getFileName()));
            }
        }
        var blindKeys = new HashMap<BlindField, WipedKey>();
        try (var unlocked = new FileRootKey(directory, TestVault.PASSPHRASE::toCharArray).unlock()) {
            for (var field : BlindField.values()) {
                blindKeys.put(field, unlocked.blindKey(field).orElseThrow());
            }
        }
        new FileRootKey(elsewhere, TestVault.PASSPHRASE::toCharArray).store(null, blindKeys);
        return VaultConfiguration.assemble(
                new VaultSettings(elsewhere, TestVault.PASSPHRASE, null), test.documents, Clock.systemUTC());
    }

    private static List<Path> files(Path of) throws IOException {
        try (var files = Files.list(of)) {
            return files.filter(file -> !file.endsWith(".lock")).sorted().toList();
        }
    }

    private int pass(Set<String> old, int page) {
        var moved = 0;
        var after = Optional.<UUID>empty();
        do {
            var part = rotation.move(CASES, old, after, page);
            moved += part.moved();
            after = part.next();
        } while (after.isPresent());
        return moved;
    }

    private Set<String> ids(KeyFamily family) {
        return new java.util.LinkedHashSet<>(
                rotation.states(family).stream().map(KeyState::id).toList());
    }

    private void seal(Sealer sealer) {
        var id = UUID.randomUUID();
        objects.put(id, sealed(sealer, id));
    }

    private static Sealed<Secret> sealed(Sealer sealer, UUID id) {
        try (var sealing = sealer.create(id, TestVault.CASE)) {
            return sealing.seal(Secret.ACCOUNT, Secret.ONE);
        }
    }

    /** To a process that runs since before, and to one that starts now. */
    private void assertEverythingOpens() {
        for (var vault : new ArrayList<>(List.of(test.vault(), test.restarted()))) {
            objects.forEach((id, envelope) -> open(vault, id, envelope));
        }
    }

    private static void open(Vault vault, UUID id, Sealed<Secret> envelope) {
        try (var opening = vault.open(receipt(id, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            assertThat(opening.read(Secret.ACCOUNT, envelope)).isEqualTo(Secret.ONE);
        }
    }
}
