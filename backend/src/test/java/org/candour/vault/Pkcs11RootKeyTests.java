package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.candour.ledger.TestReceipts.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Root keys on a token of SoftHSM, the PKCS#11 module in software; skipped where it or its settings are missing. */
class Pkcs11RootKeyTests extends RootKeyContract {
    private static SoftHsm hsm;
    private Token token;

    @BeforeAll
    static void findModule() {
        hsm = SoftHsm.orSkip();
    }

    @BeforeEach
    void wipeToken() {
        token = hsm.token(SoftHsm.PIN);
        token.labels().forEach(token::delete);
    }

    @AfterEach
    void logOut() {
        forget();
    }

    @Override
    RootKeyProvider provider(String passphrase) {
        return new Pkcs11RootKey(directory, hsm.token(passphrase), Clock.systemUTC());
    }

    @Override
    String passphrase() {
        return SoftHsm.PIN;
    }

    @Override
    void forget() {
        token.logOut();
    }

    @Test
    void theRootKeyCannotBeTakenOffTheToken() {
        provider().create().close();

        var key = token.find("candour-root-1").orElseThrow();

        assertThat(key.getEncoded()).isNull();
        assertThat(key.getAlgorithm()).isEqualTo("AES");
    }

    @Test
    void aKeyThatIsGoneFromTheTokenOpensNothing() {
        var provider = provider();
        try (var unlocked = provider.create()) {
            var wrapped = unlocked.wrap(PLACE, SECRET);

            token.delete("candour-root-1");

            assertThatThrownBy(() -> unlocked.wrap(PLACE, SECRET)).isInstanceOf(KeyUnavailable.class);
            assertThatThrownBy(() -> unlocked.unwrap("root-1", PLACE, wrapped)).isInstanceOf(KeyUnavailable.class);
            assertThatThrownBy(provider::unlock).isInstanceOf(KeyUnavailable.class);
            assertThat(provider.mark()).isPresent();
        }
    }

    @Test
    void aKeyThatAnAttemptLeftBehindIsNeverUsed() {
        token.generate("candour-root-1");

        provider().create().close();

        assertThat(idOf(provider())).isEqualTo("root-2");
    }

    @Test
    void aSlotWithoutATokenIsUnavailable() {
        var nowhere = new Pkcs11RootKey(
                directory, new Token(hsm.module(), 7_777_777, SoftHsm.PIN::toCharArray), Clock.systemUTC());

        assertThatThrownBy(nowhere::create).isInstanceOf(KeyUnavailable.class);
        assertThat(nowhere.mark()).isEmpty();
    }

    @Test
    void aVaultOnATokenOpensBeforeDuringAndAfterARotation() throws IOException {
        var vaultDirectory = Files.createDirectory(directory.resolve("vault"));
        try (var test = new TestVault(directory)) {
            var room = room(test, vaultDirectory);
            var id = UUID.randomUUID();
            Sealed<Secret> sealed;
            try (var sealing = new Sealer(room, test.documents).create(id, TestVault.CASE)) {
                sealed = sealing.seal(Secret.ACCOUNT, Secret.ONE);
            }
            var rotation = new RoomRotation(room(test, vaultDirectory), test.documents);

            rotation.successorOf(KeyFamily.ROOT, Set.of("root-1"));
            assertOpens(room, test, id, sealed);
            rotation.move(KeyFamily.ROOT, Set.of("root-1"), Optional.empty(), 1);
            rotation.retire(KeyFamily.ROOT, Set.of("root-1"));

            assertOpens(room, test, id, sealed);
            assertOpens(room(test, vaultDirectory), test, id, sealed);
            assertThat(token.labels()).containsExactly("candour-root-2");
        }
    }

    private static KeyRoom room(TestVault test, Path directory) {
        var settings = new VaultSettings(directory, SoftHsm.PIN, null);
        return VaultConfiguration.assemble(
                settings,
                test.documents,
                Clock.systemUTC(),
                path -> new Pkcs11RootKey(path, hsm.token(SoftHsm.PIN), Clock.systemUTC()));
    }

    private static void assertOpens(KeyRoom room, TestVault test, UUID id, Sealed<Secret> sealed) {
        try (var opening =
                new Vault(room, test.documents).open(receipt(id, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            assertThat(opening.read(Secret.ACCOUNT, sealed)).isEqualTo(Secret.ONE);
        }
    }
}
