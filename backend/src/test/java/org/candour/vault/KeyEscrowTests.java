package org.candour.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.candour.ledger.TestReceipts.receipt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.candour.ledger.Compartment;
import org.candour.ledger.Receipt;
import org.candour.ledger.ReceiptSpent;
import org.candour.ledger.TestReceipts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two of three custodians bring back what a lost passphrase took away; one does not. */
class KeyEscrowTests {
    private static final String NEW_PASSPHRASE = "another passphrase for tests";

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private final UUID caseId = UUID.randomUUID();
    private TestVault test;
    private Sealed<Secret> sealed;
    private List<EscrowShare> shares;

    @BeforeEach
    void splitAndLoseThePassphrase() throws IOException {
        test = TestVault.withKeys(directory);
        try (var sealing = test.sealer().create(caseId, TestVault.CASE)) {
            sealed = sealing.seal(Secret.ACCOUNT, Secret.ONE);
        }
        shares = new ArrayList<>();
        escrow(TestVault.PASSPHRASE).split(shares::addAll);
    }

    @AfterEach
    void stop() {
        test.close();
    }

    @Test
    void anyTwoSharesBringEverythingBackUnderANewPassphrase() throws IOException {
        var token = test.blindIndex().token(BlindField.ACTOR, "zoe");
        for (var pair : List.of(List.of(0, 1), List.of(2, 0), List.of(1, 2), List.of(0, 1, 2))) {
            Files.delete(directory.resolve(FileRootKey.FILE));
            var two = pair.stream().map(shares::get).toList();

            escrow(NEW_PASSPHRASE).recover(receiptFor(two), two);

            var room = test.room(NEW_PASSPHRASE);
            assertThat(read(room)).isEqualTo(Secret.ONE);
            assertThat(new BlindIndex(room).token(BlindField.ACTOR, "zoe")).isEqualTo(token);
            assertThat(room.keys().rootKeys()).hasSize(1).doesNotContainKey("root-1");
        }
        assertThatThrownBy(() -> test.room(TestVault.PASSPHRASE).keys()).isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void oneShareOpensNothing() throws IOException {
        assertRefused(List.of(shares.get(0)));
        assertRefused(List.of(shares.get(0), shares.get(0)));
    }

    @Test
    void aChangedShareIsNoticed() throws IOException {
        for (var at = 0; at < XWing.SEED_BYTES; at++) {
            var bytes = shares.get(1).bytes().clone();
            bytes[at] ^= 1;
            assertRefused(List.of(
                    shares.get(0),
                    new EscrowShare(shares.get(1).splitId(), shares.get(1).number(), bytes)));
        }
        assertRefused(List.of(
                shares.get(0),
                new EscrowShare(shares.get(1).splitId(), 3, shares.get(1).bytes())));
    }

    @Test
    void sharesOfDifferentSplitsDoNotMixAndAnOlderSplitOpensNothing() throws IOException {
        var later = new ArrayList<EscrowShare>();
        escrow(TestVault.PASSPHRASE).split(later::addAll);

        assertRefused(List.of(shares.get(0), later.get(1)));
        assertRefused(List.of(
                later.get(0),
                new EscrowShare(later.get(0).splitId(), 2, shares.get(1).bytes())));
        assertRefused(List.of(shares.get(0), shares.get(1)));
    }

    @Test
    void withoutItsOwnReceiptNothingIsOpened() throws IOException {
        var two = shares.subList(0, 2);
        var keystore = lose();
        var escrow = escrow(NEW_PASSPHRASE);
        var spent = receiptFor(two);
        spent.spend();

        assertThatThrownBy(() -> escrow.recover(spent, two)).isInstanceOf(ReceiptSpent.class);
        assertThatThrownBy(() -> escrow.recover(receipt(caseId), two)).isInstanceOf(EscrowRefused.class);
        assertThat(keystore).doesNotExist();
    }

    @Test
    void aKeyStoreThatIsThereIsNeverReplaced() throws IOException {
        var two = shares.subList(0, 2);
        var before = Files.readAllBytes(directory.resolve(FileRootKey.FILE));

        assertThatThrownBy(() -> escrow(NEW_PASSPHRASE).recover(receiptFor(two), two))
                .isInstanceOf(KeyUnavailable.class);
        assertThat(directory.resolve(FileRootKey.FILE)).hasBinaryContent(before);
    }

    @Test
    void anEscrowThatWasChangedOpensNothing() throws IOException {
        var keystore = lose();
        var two = shares.subList(0, 2);
        var file = directory.resolve(EscrowFile.FILE);
        var text = Files.readString(file);
        var at = text.indexOf("\"sealed\":\"") + 400;

        Files.writeString(file, text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1));

        assertThatThrownBy(() -> escrow(NEW_PASSPHRASE).recover(receiptFor(two), two))
                .isInstanceOf(EscrowRefused.class);
        assertThat(keystore).doesNotExist();
    }

    @Test
    void aRotationGoesIntoTheEscrowAndWhatIsRetiredOutOfIt() throws IOException {
        var rotation = test.rotation();
        var old = Set.of(rotation.states(KeyFamily.CASE_SERVICE).get(0).id());
        var fresh = rotation.successorOf(KeyFamily.CASE_SERVICE, old);
        rotation.move(KeyFamily.CASE_SERVICE, old, Optional.empty(), 100);
        rotation.close(KeyFamily.CASE_SERVICE, old);
        rotation.retire(KeyFamily.CASE_SERVICE, old);
        lose();

        escrow(NEW_PASSPHRASE).recover(receiptFor(shares.subList(1, 3)), shares.subList(1, 3));

        assertThat(read(test.room(NEW_PASSPHRASE))).isEqualTo(Secret.ONE);
        assertThat(new KeyPairFiles(directory).privateKeyIds(Recipient.CASE_SERVICE))
                .containsExactly(fresh);
    }

    @Test
    void aShareFileOpensWithItsPassphraseAlone() throws IOException {
        var file = elsewhere.resolve("kit.pem");
        shares.get(0).write(file, "the passphrase of kit".toCharArray());

        var back = EscrowShare.read(file, "the passphrase of kit".toCharArray());

        assertThat(back.number()).isOne();
        assertThat(back.bytes()).isEqualTo(shares.get(0).bytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----");
        assertThatThrownBy(() -> EscrowShare.read(file, "the passphrase of kim".toCharArray()))
                .isInstanceOf(EscrowRefused.class);
        assertThatThrownBy(() -> shares.get(1).write(file, "the passphrase of kim".toCharArray()))
                .isInstanceOf(EscrowRefused.class);
        assertThatThrownBy(() -> shares.get(1).write(elsewhere.resolve("kim.pem"), "short".toCharArray()))
                .isInstanceOf(EscrowRefused.class);
        assertThat(elsewhere.resolve("kim.pem")).doesNotExist();
    }

    /** FIPS 197 section 4.2: {57}·{02} = {ae} and {57}·{03} = {f9}, so a line through {13} with slope {57} is known. */
    @Test
    void sharesAreLinesInTheFieldOfAes() throws IOException {
        var parts = List.of("44", "bd", "ea");
        for (var one = 1; one <= 3; one++) {
            for (var other = 1; other <= 3; other++) {
                if (one != other) {
                    var secret = ShamirSplitSecret.getInstance(Algorithm.AES, new ShamirSplitSecretShare[] {
                                part(parts.get(one - 1), one), part(parts.get(other - 1), other)
                            })
                            .getSecret();
                    assertThat(secret).containsExactly(0x13);
                }
            }
        }
    }

    private static ShamirSplitSecretShare part(String hex, int number) {
        return new ShamirSplitSecretShare(HexFormat.of().parseHex(hex), number);
    }

    private void assertRefused(List<EscrowShare> given) throws IOException {
        var keystore = lose();

        assertThatThrownBy(() -> escrow(NEW_PASSPHRASE).recover(receiptFor(given), given))
                .isInstanceOf(EscrowRefused.class);

        assertThat(keystore).doesNotExist();
        Files.move(elsewhere.resolve("lost"), keystore);
        assertThat(read(test.room(TestVault.PASSPHRASE))).isEqualTo(Secret.ONE);
    }

    private Path lose() throws IOException {
        return Files.exists(Files.move(directory.resolve(FileRootKey.FILE), elsewhere.resolve("lost")))
                ? directory.resolve(FileRootKey.FILE)
                : elsewhere;
    }

    private static Receipt receiptFor(List<EscrowShare> given) {
        return TestReceipts.receipt(KeyEscrow.RECOVERY, KeyEscrow.objectOf(given.get(0)));
    }

    private KeyEscrow escrow(String passphrase) {
        var settings = new VaultSettings(directory, passphrase, null);
        return new KeyEscrow(settings, VaultConfiguration.assemble(settings, test.documents, Clock.systemUTC()));
    }

    private Secret read(KeyRoom room) {
        try (var opening =
                new Vault(room, test.documents).open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            return opening.read(Secret.ACCOUNT, sealed);
        }
    }
}
