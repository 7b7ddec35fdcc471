package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.candour.ledger.TestReceipts.receipt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.candour.ledger.Compartment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** What is erased stays erased, whatever comes back from a backup. */
class ErasureTests {
    @TempDir
    Path directory;

    private final UUID erased = UUID.randomUUID();
    private final UUID kept = UUID.randomUUID();
    private TestVault test;
    private Sealed<Secret> keptSealed;
    private List<Document> backup;

    @BeforeEach
    void eraseOneOfTwo() {
        test = TestVault.withKeys(directory);
        sealed(erased);
        keptSealed = sealed(kept);
        backup = test.keys().find().into(new ArrayList<>());
        test.destruction().destroy(erased);
    }

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void theErasedObjectOpensNoMoreAndTheOtherDoes() {
        assertNothingOpens();
        assertThat(read(kept, keptSealed)).isEqualTo(Secret.ONE);
        assertThat(test.keys().countDocuments()).isOne();
    }

    @Test
    void aBackupThatIsPutBackOpensNothing() {
        restore();

        assertNothingOpens();
        assertThatThrownBy(() -> test.restarted().open(receipt(erased), Recipient.CASE_SERVICE))
                .isInstanceOf(KeyUnavailable.class)
                .hasMessageContaining("destroyed");
        assertThat(read(kept, keptSealed)).isEqualTo(Secret.ONE);
    }

    @Test
    void onceTheKeysAreRotatedNotEvenABackupWithoutTheListOpensAnything() throws Exception {
        var listed = test.destruction().destroy(erased);
        for (var family : Set.of(KeyFamily.CASE_SERVICE, KeyFamily.LINKAGE, KeyFamily.DISCLOSURE)) {
            rotate(family);
        }
        restore();
        FileSystemUtils.deleteRecursively(directory.resolve(ErasedObjects.FOLDER));

        assertNothingOpens();
        assertThat(new KeyDirectory(
                                directory,
                                new FileRootKey(directory, TestVault.PASSPHRASE::toCharArray),
                                Clock.systemUTC())
                        .privateKeyIds())
                .doesNotContainAnyElementsOf(listed);
    }

    @Test
    void aRotationDoesNotCarryARestoredObjectOn() {
        restore();

        rotate(KeyFamily.CASE_SERVICE);

        assertThat(test.documents.find(erased)).isEmpty();
        assertThat(read(kept, keptSealed)).isEqualTo(Secret.ONE);
    }

    @Test
    void erasingAgainChangesNothingAndNamesTheSameKeys() {
        var first = test.destruction().destroy(erased);
        rotate(KeyFamily.CASE_SERVICE);

        assertThat(test.destruction().destroy(erased)).isEqualTo(first);
        assertThat(read(kept, keptSealed)).isEqualTo(Secret.ONE);
    }

    @Test
    void anObjectThatNeverWasIsRefusedToo() {
        var never = UUID.randomUUID();

        test.destruction().destroy(never);

        assertThatThrownBy(() -> test.vault().open(receipt(never), Recipient.CASE_SERVICE))
                .isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void whereTheRecordCannotBeWrittenNothingIsDestroyed() throws Exception {
        FileSystemUtils.deleteRecursively(directory.resolve(ErasedObjects.FOLDER));
        Files.write(directory.resolve(ErasedObjects.FOLDER), new byte[0]);

        assertThatThrownBy(() -> test.destruction().destroy(kept)).isInstanceOf(KeyUnavailable.class);
        Files.delete(directory.resolve(ErasedObjects.FOLDER));
        assertThat(read(kept, keptSealed)).isEqualTo(Secret.ONE);
    }

    @Test
    void whatWasKeptOfTheObjectsKeysIsWiped() {
        test.vault()
                .open(receipt(kept, Compartment.ACCOUNT), Recipient.CASE_SERVICE)
                .close();
        assertThat(test.room().cache().kept()).isNotEmpty();

        new KeyDestruction(test.room(), test.documents).destroy(kept);

        assertThat(test.room().cache().kept()).isEmpty();
    }

    private void rotate(KeyFamily family) {
        var rotation = test.rotation();
        var old = Set.copyOf(rotation.states(family).stream().map(KeyState::id).toList());
        rotation.successorOf(family, old);
        rotation.move(family, old, Optional.empty(), 1_000);
        rotation.close(family, old);
        rotation.retire(family, old);
    }

    private void restore() {
        test.keys().deleteMany(new Document());
        test.keys().insertMany(backup);
    }

    private void assertNothingOpens() {
        for (var vault : List.of(test.vault(), test.restarted())) {
            for (var recipient : Recipient.values()) {
                assertThatThrownBy(() -> vault.open(receipt(erased, Compartment.values()), recipient))
                        .isInstanceOf(KeyUnavailable.class);
            }
        }
    }

    private Sealed<Secret> sealed(UUID object) {
        try (var sealing = test.sealer().create(object, TestVault.CASE)) {
            return sealing.seal(Secret.ACCOUNT, Secret.ONE);
        }
    }

    private Secret read(UUID object, Sealed<Secret> of) {
        try (var opening = test.restarted().open(receipt(object, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            return opening.read(Secret.ACCOUNT, of);
        }
    }
}
