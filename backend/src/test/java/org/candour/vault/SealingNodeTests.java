package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.candour.ledger.TestReceipts.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node at the front door has public halves and the keys of the blind index, and neither private halves nor a root key. */
class SealingNodeTests {
    @TempDir
    Path full;

    @TempDir
    Path door;

    @Test
    void sealsWhatOnlyAFullNodeOpens() throws IOException {
        try (var test = TestVault.withKeys(full)) {
            makeDoor();
            var caseId = UUID.randomUUID();
            var doorRoom = VaultConfiguration.assemble(
                    new VaultSettings(door, TestVault.PASSPHRASE, null), test.documents, Clock.systemUTC());
            Sealed<Secret> sealed;
            try (var sealing = new Sealer(doorRoom, test.documents).create(caseId, TestVault.CASE)) {
                sealed = sealing.seal(Secret.ACCOUNT, Secret.ONE);
            }

            assertThat(doorRoom.keys().hasPrivateKeys()).isFalse();
            for (var recipient : Recipient.values()) {
                assertThatThrownBy(() -> new Vault(doorRoom, test.documents)
                                .open(receipt(caseId, Compartment.values()), recipient))
                        .isInstanceOf(KeyUnavailable.class);
            }
            try (var opening = test.vault().open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
                assertThat(opening.read(Secret.ACCOUNT, sealed)).isEqualTo(Secret.ONE);
            }
            assertThat(new BlindIndex(doorRoom).token(BlindField.ACTOR, "zoe"))
                    .isEqualTo(test.blindIndex().token(BlindField.ACTOR, "zoe"));
        }
    }

    @Test
    void withoutARecipientsPublicKeyNothingIsMade() throws IOException {
        try (var test = TestVault.withKeys(full)) {
            try (var files = Files.list(full)) {
                for (var file : files.filter(
                                file -> file.getFileName().toString().startsWith("linkage"))
                        .toList()) {
                    Files.delete(file);
                }
            }

            assertThatThrownBy(() -> test.sealer().create(UUID.randomUUID(), TestVault.CASE))
                    .isInstanceOf(KeyUnavailable.class);
            assertThat(test.keys().countDocuments()).isZero();
        }
    }

    @Test
    void aBlindKeyThatIsNotThereGivesNoToken() throws IOException {
        try (var test = TestVault.withKeys(full)) {
            new FileRootKey(full, TestVault.PASSPHRASE::toCharArray).store(null, Map.of());

            assertThatThrownBy(() -> test.blindIndex().token(BlindField.ACTOR, "zoe"))
                    .isInstanceOf(KeyUnavailable.class);
        }
    }

    private void makeDoor() throws IOException {
        try (var files = Files.list(full)) {
            for (var file : files.filter(file -> file.toString().endsWith(KeyPairFiles.PUBLIC))
                    .toList()) {
                Files.copy(file, door.resolve(file.getFileName()));
            }
        }
        var blindKeys = new EnumMap<BlindField, WipedKey>(BlindField.class);
        try (var unlocked = new FileRootKey(full, TestVault.PASSPHRASE::toCharArray).unlock()) {
            for (var field : BlindField.values()) {
                blindKeys.put(field, unlocked.blindKey(field).orElseThrow());
            }
        }
        new FileRootKey(door, TestVault.PASSPHRASE::toCharArray).store(null, blindKeys);
    }
}
