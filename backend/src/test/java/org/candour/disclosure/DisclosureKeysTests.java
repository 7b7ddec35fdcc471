package org.candour.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.candour.access.Act;
import org.candour.access.TestAccess;
import org.candour.ledger.Compartment;
import org.candour.ledger.Receipt;
import org.candour.ledger.TestReceipts;
import org.candour.vault.EnvelopeRejected;
import org.candour.vault.NotCovered;
import org.candour.vault.Recipient;
import org.candour.vault.Sealed;
import org.candour.vault.Vault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Promise 4: the copy has a key of its own, and neither key opens the other. */
class DisclosureKeysTests {
    private static final TestAccess ACCESS = new TestAccess();
    private static final TestDisclosures TEST = new TestDisclosures(ACCESS);

    private final Vault vault = ACCESS.vault.vault();
    private final DisclosureId id = TEST.released();
    private final Disclosure disclosure = TEST.disclosures.get(id);

    @AfterAll
    static void stop() {
        ACCESS.close();
    }

    private Receipt readersReceipt() {
        return ACCESS.gate.admit(ACCESS.investigator(), Act.READ_DISCLOSURE, id.value(), TEST.disclosures.standing(id));
    }

    private Receipt advocatesReceipt() {
        return ACCESS.gate.admit(TEST.advocate, Act.OPEN_CASE, TEST.caseId);
    }

    private Sealed<RedactedFile> copy() {
        return disclosure.copy().orElseThrow();
    }

    @Test
    void theReadersReceiptNamesTheCopyAloneAndNotTheCase() {
        var receipt = readersReceipt();

        assertThat(receipt.object()).isEqualTo(id.value()).isNotEqualTo(TEST.caseId.value());
        assertThat(receipt.compartments()).containsExactly(Compartment.REDACTED_COPY);
    }

    @Test
    void theCaseServiceCannotOpenTheCopyEvenWithTheReadersReceipt() {
        try (var opening = vault.open(readersReceipt(), Recipient.CASE_SERVICE)) {
            assertThatExceptionOfType(NotCovered.class).isThrownBy(() -> opening.read(DisclosureFields.COPY, copy()));
        }
    }

    @Test
    void theCasesOwnReceiptDoesNotOpenTheCopy() {
        try (var opening = vault.open(advocatesReceipt(), Recipient.CASE_SERVICE)) {
            assertThatExceptionOfType(NotCovered.class).isThrownBy(() -> opening.read(DisclosureFields.COPY, copy()));
        }
    }

    @Test
    void theReadersReceiptDoesNotOpenTheCase() {
        for (var recipient : Recipient.values()) {
            if (recipient != Recipient.LINKAGE) { // no key of a copy is ever wrapped to linkage
                try (var opening = vault.open(readersReceipt(), recipient)) {
                    assertThatExceptionOfType(NotCovered.class)
                            .isThrownBy(() -> TEST.casework.readForRedaction.read(TEST.caseId, opening));
                    assertThatExceptionOfType(NotCovered.class)
                            .isThrownBy(() -> opening.read(DisclosureFields.working(id), disclosure.working()));
                }
            }
        }
    }

    /** As if the gate had been deceived into a receipt for everything: the disclosure's private key still has no key of the case. */
    @Test
    void theDisclosuresPrivateKeyOpensNothingOfTheCaseWhateverTheReceiptSays() {
        var everything = TestReceipts.receipt(TEST.caseId.value(), Compartment.values());

        assertThatExceptionOfType(org.candour.vault.KeyUnavailable.class)
                .isThrownBy(() -> vault.open(everything, Recipient.DISCLOSURE).close());
    }

    @Test
    void aCopyPutInAnotherDisclosuresPlaceDoesNotOpen() {
        var other = TEST.disclosures.get(TEST.released());

        try (var opening = vault.open(readersReceipt(), Recipient.DISCLOSURE)) {
            assertThatExceptionOfType(EnvelopeRejected.class)
                    .isThrownBy(() ->
                            opening.read(DisclosureFields.COPY, other.copy().orElseThrow()));
        }
    }

    @Test
    void aReceiptOpensOnce() {
        var receipt = readersReceipt();
        vault.open(receipt, Recipient.DISCLOSURE).close();

        assertThatExceptionOfType(org.candour.ledger.ReceiptSpent.class)
                .isThrownBy(() -> vault.open(receipt, Recipient.DISCLOSURE).close());
    }
}
