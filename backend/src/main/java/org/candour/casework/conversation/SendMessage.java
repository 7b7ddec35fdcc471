package org.candour.casework.conversation;

import java.time.Clock;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Gate;
import org.candour.access.Role;
import org.candour.access.UseCase;
import org.candour.intake.IdempotencyKey;
import org.candour.intake.IdempotencyKeyReused;
import org.candour.ledger.Receipt;
import org.candour.vault.BlindField;
import org.candour.vault.BlindIndex;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;
import org.springframework.dao.DuplicateKeyException;

/** A victim writes to the case team, or an advocate to the victim. */
@UseCase
public class SendMessage {
    private final Gate gate;
    private final Vault vault;
    private final BlindIndex blindIndex;
    private final CaseRegister cases;
    private final Messages messages;
    private final Clock clock;

    SendMessage(Gate gate, Vault vault, BlindIndex blindIndex, CaseRegister cases, Messages messages, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.blindIndex = blindIndex;
        this.cases = cases;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Seals and stores the message. The same one under the same key gives the same answer, however often it is sent, and is
     * stored once.
     *
     * @param bodySha256 SHA-256 (lower-case hexadecimal) of what was sent, to tell a retry from another message
     * @throws IdempotencyKeyReused if the key came with another message before
     * @throws org.candour.access.NoSuchThing if the case is neither the actor's own nor granted to them
     */
    public Sent send(CaseId caseId, String text, String bodySha256, IdempotencyKey key, Actor actor) {
        var receipt = gate.admit(actor, Act.SEND_MESSAGE, caseId);
        var keyToken =
                blindIndex.token(BlindField.IDEMPOTENCY_KEY, actor.id() + "/" + caseId + "/message/" + key.value());
        var bodyToken = blindIndex.token(BlindField.SUBMISSION, "message/" + bodySha256);
        var earlier = messages.findByIdempotencyToken(keyToken);
        if (earlier.isPresent()) {
            return repeat(earlier.get(), bodyToken);
        }
        var message = seal(caseId, text, keyToken, bodyToken, receipt, actor);
        try {
            messages.add(message);
        } catch (DuplicateKeyException concurrent) {
            return repeat(messages.findByIdempotencyToken(keyToken).orElseThrow(() -> concurrent), bodyToken);
        }
        return Sent.of(message, false);
    }

    private static Sent repeat(Message earlier, String bodyToken) {
        if (!earlier.bodyToken().equals(bodyToken)) {
            throw new IdempotencyKeyReused();
        }
        return Sent.of(earlier, true);
    }

    @OpensPlaintext("A message is sealed under the case's own key, which must be unwrapped")
    private Message seal(CaseId caseId, String text, String keyToken, String bodyToken, Receipt receipt, Actor actor) {
        var id = MessageId.next();
        var isVictim = cases.isOwnedBy(caseId, actor);
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            return new Message(
                    id.value(),
                    caseId.value(),
                    clock.instant(),
                    isVictim ? Side.VICTIM : Side.TEAM,
                    actor.id().value(),
                    isVictim ? Role.VICTIM : Role.ADVOCATE,
                    isVictim ? null : actor.body().map(BodyId::value).orElse(null),
                    opening.seal(Message.field(id), new MessageText(text)),
                    keyToken,
                    bodyToken,
                    null,
                    null);
        }
    }
}
