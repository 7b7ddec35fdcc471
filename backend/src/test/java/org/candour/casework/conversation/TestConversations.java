package org.candour.casework.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.TestAccess;
import org.candour.intake.IdempotencyKey;
import org.candour.intake.TestIntake;

/** A victim and an advocate who write to each other in one case. */
final class TestConversations {
    final Messages messages;
    final SendMessage send;
    final ReadMessages read;
    final MarkMessageRead mark;
    final ChooseReadReceipts receipts;
    private final TestAccess access;
    private final TestIntake intake;

    TestConversations(TestAccess access) {
        this.access = access;
        intake = new TestIntake(access);
        messages = new Messages(access.mongo, access.ledger.aggregates());
        var choices = new ReadReceiptChoices(access.mongo, access.ledger.aggregates());
        var vault = access.vault.vault();
        send = new SendMessage(access.gate, vault, access.vault.blindIndex(), access.cases, messages, access.clock);
        read = new ReadMessages(access.gate, vault, access.cases, messages);
        mark = new MarkMessageRead(access.gate, access.cases, messages, choices, access.clock);
        receipts = new ChooseReadReceipts(access.gate, access.cases, choices);
    }

    /** A new case of the victim's, with a grant for the advocate. */
    CaseId between(Actor victim, Actor advocate) {
        var caseId = intake.submit(victim).caseId();
        access.grant(caseId, advocate);
        return caseId;
    }

    MessageId sent(CaseId caseId, String text, Actor actor) {
        return new MessageId(
                send.send(caseId, text, sha256(text), newKey(), actor).id());
    }

    List<MessageView> all(CaseId caseId, Actor actor) {
        return read.read(caseId, Optional.empty(), 100, actor);
    }

    static IdempotencyKey newKey() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    /** Stands for the hash of what was sent. */
    static String sha256(String text) {
        return "%064x".formatted(text.hashCode());
    }
}
