package org.candour.casework.ownrecord;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.intake.IdempotencyKey;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** A victim adds to their account, or corrects it: what they said before stays as it was. */
@UseCase
public class AddCorrection {
    private final Gate gate;
    private final Vault vault;
    private final OwnRecords ownRecords;
    private final Retries retries;
    private final Clock clock;

    AddCorrection(Gate gate, Vault vault, OwnRecords ownRecords, Retries retries, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.ownRecords = ownRecords;
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * Seals and adds it, and flags it for the case team. The same one under the same key is added once.
     *
     * @param bodySha256 SHA-256 (lower-case hexadecimal) of what was sent, to tell a retry from another addition
     * @throws org.candour.intake.IdempotencyKeyReused if the key came with something else before
     * @throws OwnRecordFull if there are too many
     */
    @OpensPlaintext("An addition is sealed under the case's own key, which must be unwrapped")
    public Added add(CaseId caseId, String text, String bodySha256, IdempotencyKey key, Actor actor) {
        var receipt = gate.admit(actor, Act.ADD_CORRECTION, caseId);
        var id = Generators.timeBasedEpochRandomGenerator().generate();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var correction = new Correction(
                    id,
                    clock.instant(),
                    opening.seal(Correction.field(id), new Words(text)),
                    retries.once(caseId, key, bodySha256, actor));
            return ownRecords.change(caseId, ownRecord -> add(ownRecord, correction));
        }
    }

    private static Added add(OwnRecord ownRecord, Correction correction) {
        var earlier = ownRecord.corrections().stream()
                .filter(one -> correction.once().isRepeatOf(one.once()))
                .findFirst();
        if (earlier.isPresent()) {
            return new Added(earlier.get().id(), earlier.get().recordedAt(), true);
        }
        ownRecord.add(correction);
        return new Added(correction.id(), correction.recordedAt(), false);
    }
}
