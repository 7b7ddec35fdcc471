package org.candour.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.candour.access.NoSuchThing;
import org.candour.access.RoleMissing;
import org.candour.ledger.VerifierCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rotations that two custodians order. */
class RotationOrderTests {
    private final TestCustody custody = new TestCustody();

    @AfterEach
    void stop() {
        custody.close();
    }

    @Test
    void proposerCannotApproveAndNothingChanges() {
        var id = proposed(KeyGroup.LINKAGE);

        assertThatThrownBy(() -> custody.approveRotation().approve(id, custody.kit))
                .isInstanceOf(SecondCustodianNeeded.class);

        assertThat(custody.orders.get(id).stage()).isEqualTo(Stage.PROPOSED);
        assertThat(custody.started().step(id)).isFalse();
    }

    @Test
    void nobodyElseMayTouchTheKeys() {
        var id = proposed(KeyGroup.ROOT);
        for (var other :
                List.of(custody.access.commissioner(), custody.access.advocate(), custody.access.investigator())) {
            assertThatThrownBy(() -> proposedBy(other)).isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> custody.approveRotation().approve(id, other))
                    .isInstanceOf(RoleMissing.class);
            assertThatThrownBy(() -> custody.cancelOrder().cancel(id, other)).isInstanceOf(RoleMissing.class);
        }

        assertThat(custody.orders.rotations(10))
                .singleElement()
                .satisfies(order -> assertThat(order.stage()).isEqualTo(Stage.PROPOSED));
    }

    @Test
    void whatIsCancelledOrApprovedIsClosed() {
        var cancelled = proposed(KeyGroup.LINKAGE);
        custody.cancelOrder().cancel(cancelled, custody.kit);
        var approved = custody.approvedRotation(KeyGroup.LINKAGE);

        assertThatThrownBy(() -> custody.approveRotation().approve(cancelled, custody.kim))
                .isInstanceOf(OrderClosed.class);
        assertThatThrownBy(() -> custody.approveRotation().approve(approved, custody.kim))
                .isInstanceOf(OrderClosed.class);
        assertThatThrownBy(() -> custody.cancelOrder().cancel(approved, custody.kim))
                .isInstanceOf(OrderClosed.class);
        assertThat(custody.started().step(cancelled)).isFalse();
        assertThat(custody.orders.get(approved).stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void anOrderThatIsNoneAndAnErasureAreNoRotation() {
        var caseId = custody.seal();
        var erasure =
                OrderId.of(custody.proposeErasure().propose(caseId, custody.kit).id());

        for (var id : List.of(OrderId.next(), erasure)) {
            assertThatThrownBy(() -> custody.approveRotation().approve(id, custody.kim))
                    .isInstanceOf(NoSuchThing.class);
        }
        assertThat(custody.orders.get(erasure).stage()).isEqualTo(Stage.PROPOSED);
    }

    @Test
    void theOldKeyStaysUntilEverybodyHadTimeToLearnTheNewOne() {
        var id = custody.approvedRotation(KeyGroup.LINKAGE);
        var process = custody.started();
        while (process.step(id)) {
            assertThat(custody.orders.get(id).stage()).isLessThanOrEqualTo(Stage.SETTLING);
        }

        assertThat(custody.orders.get(id).stage()).isEqualTo(Stage.SETTLING);
        custody.access.clock.advance(TestCustody.SETTLE);
        assertThat(process.step(id)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyGroup.class,
            names = {"ROOT", "CASE_SERVICE"})
    void aProcessThatDiesAtAnyStepLosesNothing(KeyGroup group) {
        var id = custody.approvedRotation(group);
        var stops = new Stops();
        var running = custody.access.vault.vault();

        for (var attempt = 0; custody.orders.get(id).stage() != Stage.DONE; attempt++) {
            assertThat(attempt).isLessThan(100);
            var process =
                    custody.started(stops.at(custody.access.mongo, custody.access.ledger.aggregates()), stops::at);
            try {
                while (process.step(id)) {
                    assertThat(custody.sealed).isNotEmpty();
                }
            } catch (Stops.Died died) {
                custody.sealed
                        .keySet()
                        .forEach(object ->
                                assertThat(custody.opens(running, object)).isTrue());
            }
            custody.access.clock.advance(TestCustody.SETTLE);
        }

        assertThat(stops.deaths()).isGreaterThanOrEqualTo(2 * 7);
        var restarted = custody.access.vault.restarted();
        custody.sealed
                .keySet()
                .forEach(object -> assertThat(custody.opens(restarted, object)).isTrue());
        assertThat(custody.orders.get(id).summary().retired()).hasSize(1);
    }

    @Test
    void theCertificateNamesWhatWentAndTheLedgerCommitsToIt(@TempDir Path directory) throws Exception {
        var id = custody.approvedRotation(KeyGroup.CASE_SERVICE);
        custody.access.ledger.fresh();

        custody.carryOut(id);

        var order = custody.orders.get(id).summary();
        assertThat(order.rewrapped()).isEqualTo(custody.sealed.size());
        assertThat(order.certificate())
                .contains(
                        "candour key rotation v1",
                        "retired " + order.retired().get(0),
                        "successor " + order.successor(),
                        "rewrapped 3",
                        custody.kit.id().value(),
                        custody.kim.id().value());
        assertThat(custody.access.ledger.fresh()).singleElement().satisfies(recorded -> {
            assertThat(recorded.entry().act()).isEqualTo("RETIRE_KEYS");
            assertThat(recorded.entry().actor()).isEqualTo(custody.kim.id().value());
            assertThat(recorded.entry().commitment()).isPresent();
        });
        assertThat(verified(directory, Objects.requireNonNull(order.certificate())))
                .isEqualTo(VerifierCommand.HOLDS);
    }

    private int verified(Path directory, String note) throws Exception {
        var key = Files.writeString(
                directory.resolve("key"), custody.access.ledger.ledger().verifierKey() + "\n");
        var file = Files.writeString(directory.resolve("note"), note);
        return VerifierCommand.run(
                List.of("statement", "--key", key.toString(), "--note", file.toString()),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private OrderId proposed(KeyGroup group) {
        return OrderId.of(custody.proposeRotation().propose(group, custody.kit).id());
    }

    private OrderId proposedBy(org.candour.access.Actor actor) {
        return OrderId.of(
                custody.proposeRotation().propose(KeyGroup.ROOT, actor).id());
    }
}
