package org.candour.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.candour.access.CaseId;
import org.candour.access.NoSuchThing;
import org.candour.ledger.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Erasures that two custodians order. */
class ErasureOrderTests {
    private final TestCustody custody = new TestCustody();
    private final CaseId caseId = custody.seal();

    @AfterEach
    void stop() {
        custody.close();
    }

    @Test
    void anApprovedErasureIsCarriedOutCertifiedAndOnTheVictimsLog() {
        var id = proposed();
        custody.approveErasure().approve(id, caseId, custody.kim);

        custody.carryOut(id);

        var order = custody.orders.get(id).summary();
        assertThat(order.certificate())
                .contains("candour erasure v1", "destroyed the data keys of " + caseId)
                .contains("final for older backups once retired "
                        + order.retired().get(0));
        assertThatThrownBy(() -> custody.opens(custody.access.vault.vault(), caseId.value()))
                .isInstanceOf(Unavailable.class);
        assertThat(custody.access.ledger.ledger().entriesOf(caseId.value(), Long.MAX_VALUE, 10))
                .extracting(recorded -> recorded.entry().act())
                .containsExactly("DESTROY_KEYS", "APPROVE_ERASURE", "PROPOSE_ERASURE");
        custody.sealed.keySet().stream()
                .filter(object -> !object.equals(caseId.value()))
                .forEach(object -> assertThat(custody.opens(custody.access.vault.vault(), object))
                        .isTrue());
    }

    @Test
    void oneCustodianAloneErasesNothing() {
        var id = proposed();

        assertThatThrownBy(() -> custody.approveErasure().approve(id, caseId, custody.kit))
                .isInstanceOf(SecondCustodianNeeded.class);

        assertThat(custody.started().step(id)).isFalse();
        assertThat(custody.opens(custody.access.vault.vault(), caseId.value())).isTrue();
    }

    @Test
    void anErasureOfAnotherCaseOrARotationIsNotApprovedAsThisOne() {
        var other = custody.seal();
        var id = proposed();
        var rotation = OrderId.of(
                custody.proposeRotation().propose(KeyGroup.ROOT, custody.kit).id());

        assertThatThrownBy(() -> custody.approveErasure().approve(id, other, custody.kim))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> custody.approveErasure().approve(rotation, caseId, custody.kim))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> custody.approveErasure().approve(id, CaseId.next(), custody.kim))
                .isInstanceOf(NoSuchThing.class);
        assertThat(custody.orders.get(id).stage()).isEqualTo(Stage.PROPOSED);
    }

    @Test
    void nobodyButACustodianProposesOrApprovesAnErasure() {
        var id = proposed();

        assertThatThrownBy(() -> custody.proposeErasure().propose(caseId, custody.access.commissioner()))
                .isInstanceOf(NoSuchThing.class);
        assertThatThrownBy(() -> custody.approveErasure().approve(id, caseId, custody.access.commissioner()))
                .isInstanceOf(NoSuchThing.class);
        assertThat(custody.opens(custody.access.vault.vault(), caseId.value())).isTrue();
    }

    private OrderId proposed() {
        return OrderId.of(custody.proposeErasure().propose(caseId, custody.kit).id());
    }
}
