package org.candour.casework.conversation;

import java.time.Clock;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;

/** Somebody says that they have read a message. */
@UseCase
public class MarkMessageRead {
    private final Gate gate;
    private final CaseRegister cases;
    private final Messages messages;
    private final ReadReceiptChoices choices;
    private final Clock clock;

    MarkMessageRead(Gate gate, CaseRegister cases, Messages messages, ReadReceiptChoices choices, Clock clock) {
        this.gate = gate;
        this.cases = cases;
        this.messages = messages;
        this.choices = choices;
        this.clock = clock;
    }

    /**
     * Notes the first reading by the side that did not send it; does nothing for one's own message, or one that was read. The
     * sender learns of it only if the reader's side shows what it reads.
     *
     * @throws NoSuchThing if there is no such message in this case
     */
    public void mark(CaseId caseId, MessageId id, Actor actor) {
        gate.admit(actor, Act.MARK_MESSAGE_READ, caseId);
        var message = messages.find(caseId, id).orElseThrow(NoSuchThing::new);
        var reader = cases.isOwnedBy(caseId, actor) ? Side.VICTIM : Side.TEAM;
        if (message.isUnreadBy(reader)) {
            messages.save(message.readBy(
                    new Reading(clock.instant(), choices.of(caseId).isShown(reader))));
        }
    }
}
