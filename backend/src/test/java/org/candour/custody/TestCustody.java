package org.candour.custody;

import static org.candour.ledger.TestReceipts.receipt;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Role;
import org.candour.access.TestAccess;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.KeyRotation;
import org.candour.vault.Recipient;
import org.candour.vault.Sealed;
import org.candour.vault.Vault;

/** This room on a real gate, ledger and vault, with a few sealed cases. */
final class TestCustody implements AutoCloseable {
    static final Duration SETTLE = Duration.ofMinutes(5);

    private static final Field<Word> FIELD = new Field<>(Compartment.ACCOUNT, "word", Word.class, 1);

    final TestAccess access = new TestAccess();
    final Actor kit = access.actor("victims-commissioner", "Kit Osei", Role.KEY_CUSTODIAN);
    final Actor kim = access.actor("victims-commissioner", "Kim Abara", Role.KEY_CUSTODIAN);
    final Orders orders = new Orders(access.mongo, access.ledger.aggregates());
    final Map<UUID, Sealed<Word>> sealed = new HashMap<>();

    /** Something to seal. */
    record Word(String word) {}

    TestCustody() {
        for (var count = 0; count < 3; count++) {
            seal();
        }
    }

    CaseId seal() {
        var id = access.entered(access.victim());
        try (var sealing = access.vault
                .sealer()
                .create(
                        id.value(),
                        List.of(Compartment.ACCOUNT, Compartment.ACCUSED).stream()
                                .collect(java.util.stream.Collectors.toSet()))) {
            sealed.put(id.value(), sealing.seal(FIELD, new Word("word")));
        }
        return id;
    }

    ProposeRotation proposeRotation() {
        return new ProposeRotation(access.gate, access.vault.rotation(), orders, access.clock);
    }

    ApproveRotation approveRotation() {
        return new ApproveRotation(access.gate, orders, access.clock);
    }

    CancelOrder cancelOrder() {
        return new CancelOrder(access.gate, orders);
    }

    ProposeErasure proposeErasure() {
        return new ProposeErasure(access.gate, orders, access.clock);
    }

    ApproveErasure approveErasure() {
        return new ApproveErasure(access.gate, orders, access.clock);
    }

    /** A process that has just started. */
    CarryOutOrder started() {
        return started(orders, rotation -> rotation);
    }

    CarryOutOrder started(Orders throughOrders, UnaryOperator<KeyRotation> through) {
        return new CarryOutOrder(
                throughOrders,
                through.apply(access.vault.rotation()),
                access.vault.destruction(),
                new Certificate(access.ledger.ledger()),
                new CustodySettings(SETTLE),
                access.clock);
    }

    OrderId approvedRotation(KeyGroup group) {
        var id = OrderId.of(proposeRotation().propose(group, kit).id());
        approveRotation().approve(id, kim);
        return id;
    }

    void carryOut(OrderId id) {
        var process = started();
        while (process.step(id) || orders.get(id).stage() == Stage.SETTLING) {
            if (orders.get(id).stage() == Stage.SETTLING) {
                access.clock.advance(SETTLE);
            }
        }
    }

    boolean opens(Vault vault, UUID object) {
        try (var opening = vault.open(receipt(object, Compartment.ACCOUNT), Recipient.CASE_SERVICE)) {
            return opening.read(FIELD, java.util.Objects.requireNonNull(sealed.get(object)))
                    .word()
                    .equals("word");
        }
    }

    @Override
    public void close() {
        access.close();
    }
}
