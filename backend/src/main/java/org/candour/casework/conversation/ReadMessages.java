package org.candour.casework.conversation;

import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** A victim or an advocate reads what they wrote to each other. */
@UseCase
public class ReadMessages {
    private final Gate gate;
    private final Vault vault;
    private final CaseRegister cases;
    private final Messages messages;

    ReadMessages(Gate gate, Vault vault, CaseRegister cases, Messages messages) {
        this.gate = gate;
        this.vault = vault;
        this.cases = cases;
        this.messages = messages;
    }

    /**
     * The messages, newest first, at most {@code limit}, older than {@code before}. That they were fetched does not mark them
     * as read: {@link MarkMessageRead} does.
     *
     * @throws org.candour.access.NoSuchThing if the case is neither the actor's own nor granted to them
     */
    @OpensPlaintext("The two sides of a conversation read it")
    public List<MessageView> read(CaseId caseId, Optional<MessageId> before, int limit, Actor actor) {
        var receipt = gate.admit(actor, Act.READ_MESSAGES, caseId);
        var reader = cases.isOwnedBy(caseId, actor) ? Side.VICTIM : Side.TEAM;
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            return messages.page(caseId, before, limit).stream()
                    .map(message -> MessageView.of(
                            message,
                            opening.read(Message.field(new MessageId(message.id())), message.text())
                                    .text(),
                            reader))
                    .toList();
        }
    }
}
