package org.candour.casework.ownrecord;

import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.intake.IdempotencyKey;
import org.candour.vault.BlindField;
import org.candour.vault.BlindIndex;
import org.springframework.stereotype.Component;

/** Makes the marks by which a retry is known: keyed, so that they say nothing to whoever holds the store. */
@Component
class Retries {
    private final BlindIndex blindIndex;

    Retries(BlindIndex blindIndex) {
        this.blindIndex = blindIndex;
    }

    Once once(CaseId caseId, IdempotencyKey key, String bodySha256, Actor actor) {
        return new Once(
                blindIndex.token(BlindField.IDEMPOTENCY_KEY, actor.id() + "/" + caseId + "/own-record/" + key.value()),
                blindIndex.token(BlindField.SUBMISSION, "own-record/" + bodySha256));
    }
}
