package org.candour.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.candour.ledger.TestReceipts.receipt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.UUID;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.candour.ledger.Compartment;
import org.candour.ledger.ReceiptSpent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VaultTests {
    @TempDir
    static Path directory;

    private static TestVault test;
    private static Vault vault;
    private static Sealer sealer;
    private final UUID caseId = UUID.randomUUID();

    @BeforeAll
    static void start() {
        test = TestVault.withKeys(directory);
        vault = test.vault();
        sealer = test.sealer();
    }

    @AfterAll
    static void stop() {
        test.close();
    }

    @Test
    void opensWhatWasSealedAtCreation() {
        var sealed = sealNew(caseId, Secret.ACCOUNT);

        try (var opening = vault.open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            assertThat(opening.read(Secret.ACCOUNT, sealed)).isEqualTo(Secret.ONE);
        }
    }

    @Test
    void opensWhatAnOpeningSealed() {
        sealNew(caseId, Secret.ACCOUNT);
        Sealed<Secret> sealed;
        try (var opening = vault.open(receipt(caseId, Compartment.WORK), Recipient.CASE_SERVICE)) {
            sealed = opening.seal(Secret.in(Compartment.WORK).at("7"), Secret.ONE);
        }

        try (var opening = vault.open(receipt(caseId, Compartment.WORK), Recipient.CASE_SERVICE)) {
            assertThat(opening.read(Secret.in(Compartment.WORK).at("7"), sealed))
                    .isEqualTo(Secret.ONE);
            assertThatThrownBy(() -> opening.read(Secret.in(Compartment.WORK).at("8"), sealed))
                    .isInstanceOf(EnvelopeRejected.class);
        }
    }

    @Test
    void aFileOpensAgainstAReceiptThatNamesItsCompartment() throws IOException {
        var file = new FileField(Compartment.FILES, "original", UUID.randomUUID(), 1);
        var sealed = new ByteArrayOutputStream();
        try (var sealing = sealer.create(caseId, TestVault.CASE);
                var writing = sealing.seal(file, sealed)) {
            writing.write("What she saw".getBytes(UTF_8));
            writing.finish();
        }
        var stored = new ByteArrayInputStream(sealed.toByteArray());

        try (var opening = vault.open(receipt(caseId, Compartment.WORK), Recipient.CASE_SERVICE)) {
            assertThatThrownBy(() -> opening.read(file, stored)).isInstanceOf(NotCovered.class);
        }
        try (var opening = vault.open(receipt(caseId, Compartment.FILES), Recipient.CASE_SERVICE)) {
            assertThat(opening.read(file, stored)).hasContent("What she saw");
        }
    }

    @Test
    void aReceiptOpensOnce() {
        sealNew(caseId, Secret.ACCOUNT);
        var receipt = receipt(caseId, Compartment.ACCOUNT);
        vault.open(receipt, Recipient.CASE_SERVICE).close();

        assertThatThrownBy(() -> vault.open(receipt, Recipient.CASE_SERVICE)).isInstanceOf(ReceiptSpent.class);
    }

    @Test
    void aReceiptIsSpentEvenWhenNothingOpens() {
        var receipt = receipt(UUID.randomUUID(), Compartment.ACCOUNT);

        assertThatThrownBy(() -> vault.open(receipt, Recipient.CASE_SERVICE)).isInstanceOf(KeyUnavailable.class);
        assertThatThrownBy(() -> vault.open(receipt, Recipient.CASE_SERVICE)).isInstanceOf(ReceiptSpent.class);
    }

    @Test
    void aReceiptForAnotherCaseOpensNothingOfThisOne() {
        var sealed = sealNew(caseId, Secret.ACCOUNT);
        var other = UUID.randomUUID();
        sealNew(other, Secret.ACCOUNT);

        try (var opening = vault.open(receipt(other, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            assertThatThrownBy(() -> opening.read(Secret.ACCOUNT, sealed)).isInstanceOf(EnvelopeRejected.class);
        }
    }

    @Test
    void aReceiptForOneCompartmentCoversNoOther() {
        var sealed = sealNew(caseId, Secret.IDENTITY);

        try (var opening = vault.open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            assertThatThrownBy(() -> opening.read(Secret.IDENTITY, sealed)).isInstanceOf(NotCovered.class);
            assertThatThrownBy(() -> opening.seal(Secret.IDENTITY, Secret.ONE)).isInstanceOf(NotCovered.class);
        }
    }

    @Test
    void aReceiptWithoutCompartmentsOpensNothing() {
        var sealed = sealNew(caseId, Secret.IDENTITY);

        try (var opening = vault.open(receipt(caseId), Recipient.CASE_SERVICE)) {
            assertThatThrownBy(() -> opening.read(Secret.IDENTITY, sealed)).isInstanceOf(NotCovered.class);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Compartment.class, mode = EnumSource.Mode.EXCLUDE, names = "REDACTED_COPY")
    void theDisclosureServiceOpensNoCompartmentOfACase(Compartment compartment) {
        var sealed = sealNew(caseId, Secret.in(compartment));

        try (var opening = vault.open(receipt(caseId, EnumSet.allOf(Compartment.class)), Recipient.CASE_SERVICE)) {
            assertThat(opening.read(Secret.in(compartment), sealed)).isEqualTo(Secret.ONE);
        }
        assertThatThrownBy(() -> vault.open(receipt(caseId, EnumSet.allOf(Compartment.class)), Recipient.DISCLOSURE)
                        .read(Secret.in(compartment), sealed))
                .isInstanceOf(KeyUnavailable.class);
        assertThatThrownBy(() -> vault.open(receipt(caseId, compartment), Recipient.DISCLOSURE)
                        .read(Secret.in(compartment), sealed))
                .isInstanceOf(NotCovered.class);
    }

    @Test
    void theCaseServiceOpensNoRedactedCopy() {
        var disclosureId = UUID.randomUUID();
        Sealed<Secret> sealed;
        try (var sealing = sealer.create(disclosureId, TestVault.DISCLOSURE)) {
            sealed = sealing.seal(Secret.REDACTED, Secret.ONE);
        }

        try (var opening = vault.open(receipt(disclosureId, Compartment.REDACTED_COPY), Recipient.CASE_SERVICE)) {
            assertThatThrownBy(() -> opening.read(Secret.REDACTED, sealed)).isInstanceOf(NotCovered.class);
        }
        try (var opening = vault.open(receipt(disclosureId, Compartment.REDACTED_COPY), Recipient.DISCLOSURE)) {
            assertThat(opening.read(Secret.REDACTED, sealed)).isEqualTo(Secret.ONE);
        }
    }

    @Test
    void linkageOpensTheAccusedAlone() {
        var sealed = sealNew(caseId, Secret.ACCUSED);

        try (var opening = vault.open(receipt(caseId, TestVault.CASE), Recipient.LINKAGE)) {
            assertThat(opening.read(Secret.ACCUSED, sealed)).isEqualTo(Secret.ONE);
            assertThatThrownBy(() -> opening.read(Secret.IDENTITY, new Sealed<>(sealed.envelope())))
                    .isInstanceOf(NotCovered.class);
        }
    }

    @Test
    void recipientsGetWrapsOfWhatTheyMayOpenAndNoMore() {
        sealNew(caseId, Secret.ACCUSED);

        var stored = test.documents.find(caseId).orElseThrow();

        assertThat(stored.recipients())
                .allSatisfy(keys -> assertThat(keys.recipient().compartments())
                        .containsAll(keys.wraps().stream()
                                .map(WrappedKeys.Wrap::compartment)
                                .toList()))
                .extracting(WrappedKeys::recipient)
                .containsExactly(Recipient.CASE_SERVICE, Recipient.LINKAGE);
    }

    @Test
    void aClosedOpeningIsOfNoUse() {
        var sealed = sealNew(caseId, Secret.ACCOUNT);
        var opening = vault.open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE);

        opening.close();

        assertThatThrownBy(() -> opening.read(Secret.ACCOUNT, sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> opening.seal(Secret.ACCOUNT, Secret.ONE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aClosedSealingIsOfNoUse() {
        var sealing = sealer.create(caseId, TestVault.CASE);

        sealing.close();

        assertThatThrownBy(() -> sealing.seal(Secret.ACCOUNT, Secret.ONE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSealingIsNoOpening() {
        try (var sealing = sealer.create(caseId, TestVault.CASE)) {
            assertThat(sealing).isNotInstanceOf(Opening.class);
        }
    }

    @Test
    void keysAreMadeOnceForAnObject() {
        var sealed = sealNew(caseId, Secret.ACCOUNT);

        assertThatThrownBy(() -> sealer.create(caseId, TestVault.CASE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealer.create(UUID.randomUUID(), EnumSet.noneOf(Compartment.class)))
                .isInstanceOf(IllegalArgumentException.class);
        try (var opening = vault.open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            assertThat(opening.read(Secret.ACCOUNT, sealed)).isEqualTo(Secret.ONE);
        }
    }

    @Test
    void destroyedKeysOpenNothing() {
        sealNew(caseId, Secret.ACCOUNT);

        assertThat(test.keys().deleteMany(new Document()).getDeletedCount()).isPositive();

        assertThatThrownBy(() -> vault.open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE))
                .isInstanceOf(KeyUnavailable.class);
    }

    @Test
    void anOpeningOfAMissingCompartmentSaysThatItsKeyIsMissing() {
        try (var sealing = sealer.create(caseId, EnumSet.of(Compartment.ACCOUNT))) {
            assertThatThrownBy(() -> sealing.seal(Secret.IDENTITY, Secret.ONE)).isInstanceOf(NotCovered.class);
        }

        try (var opening = vault.open(receipt(caseId, Compartment.IDENTITY), Recipient.CASE_SERVICE)) {
            assertThatThrownBy(() -> opening.seal(Secret.IDENTITY, Secret.ONE)).isInstanceOf(KeyUnavailable.class);
        }
    }

    @Test
    void nothingStoredOrSealedShowsWhatIsInside() {
        var sealed = sealNew(caseId, Secret.ACCOUNT);
        var stored = new ByteArrayOutputStream();
        test.keys()
                .find()
                .forEach(document -> stored.writeBytes(new RawBsonDocument(document, new DocumentCodec())
                        .getByteBuffer()
                        .array()));
        stored.writeBytes(sealed.envelope());

        assertThat(new String(stored.toByteArray(), UTF_8))
                .contains("encapsulation")
                .doesNotContain("What he did", "Zoë", "and then", "2026-02-28", "happenedOn");
        assertThat(sealed.toString()).matches("Sealed\\[\\d+ bytes]");
    }

    @Test
    void aValueOfAnotherShapeIsRefusedWithoutQuotingIt() {
        record Other(int words) {}
        var sealed = sealNew(caseId, Secret.ACCOUNT);
        var wrong = new Field<>(Compartment.ACCOUNT, "secret", Other.class, 1);

        try (var opening = vault.open(receipt(caseId, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            assertThatThrownBy(() -> opening.read(wrong, new Sealed<>(sealed.envelope())))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("Zoë");
        }
    }

    private Sealed<Secret> sealNew(UUID object, Field<Secret> field) {
        try (var sealing = sealer.create(object, TestVault.CASE)) {
            return sealing.seal(field, Secret.ONE);
        }
    }
}
