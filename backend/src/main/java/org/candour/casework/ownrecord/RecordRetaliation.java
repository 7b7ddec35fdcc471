package org.candour.casework.ownrecord;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.access.CaseRegister;
import org.candour.access.Gate;
import org.candour.access.Role;
import org.candour.access.UseCase;
import org.candour.intake.IdempotencyKey;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Sealed;
import org.candour.vault.Vault;

/** A victim, or their advocate, records what was done to the victim after the report (DOMAIN 3.5). */
@UseCase
public class RecordRetaliation {
    private final Gate gate;
    private final Vault vault;
    private final CaseRegister cases;
    private final OwnRecords ownRecords;
    private final Retries retries;
    private final Clock clock;

    RecordRetaliation(Gate gate, Vault vault, CaseRegister cases, OwnRecords ownRecords, Retries retries, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.cases = cases;
        this.ownRecords = ownRecords;
        this.retries = retries;
        this.clock = clock;
    }

    /**
     * Seals and adds it, and flags it for the case team and the commissioner. The same one under the same key is added once.
     *
     * @param bodySha256 SHA-256 (lower-case hexadecimal) of what was sent, to tell a retry from another entry
     * @throws org.candour.intake.IdempotencyKeyReused if the key came with something else before
     * @throws OwnRecordFull if there are too many
     */
    @OpensPlaintext("An entry is sealed under the case's own key, which must be unwrapped")
    public Added add(CaseId caseId, NewRetaliation entry, String bodySha256, IdempotencyKey key, Actor actor) {
        var receipt = gate.admit(actor, Act.RECORD_RETALIATION, caseId);
        var id = Generators.timeBasedEpochRandomGenerator().generate();
        var once = retries.once(caseId, key, bodySha256, actor);
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var words = opening.seal(Retaliation.field(id), new Words(entry.words()));
            var retaliation = of(id, caseId, entry, words, once, actor);
            return ownRecords.change(caseId, ownRecord -> add(ownRecord, retaliation));
        }
    }

    private Retaliation of(UUID id, CaseId caseId, NewRetaliation entry, Sealed<Words> words, Once once, Actor actor) {
        var isVictim = cases.isOwnedBy(caseId, actor);
        return new Retaliation(
                id,
                entry.kind(),
                entry.happened(),
                entry.knownTo(),
                clock.instant(),
                isVictim ? Role.VICTIM : Role.ADVOCATE,
                isVictim ? null : actor.body().map(BodyId::value).orElse(null),
                words,
                once);
    }

    private static Added add(OwnRecord ownRecord, Retaliation retaliation) {
        var earlier = ownRecord.retaliations().stream()
                .filter(one -> retaliation.once().isRepeatOf(one.once()))
                .findFirst();
        if (earlier.isPresent()) {
            return new Added(earlier.get().id(), earlier.get().recordedAt(), true);
        }
        ownRecord.add(retaliation);
        return new Added(retaliation.id(), retaliation.recordedAt(), false);
    }
}
