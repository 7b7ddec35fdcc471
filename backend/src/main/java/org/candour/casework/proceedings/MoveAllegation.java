package org.candour.casework.proceedings;

import java.time.Clock;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.casework.VersionConflict;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate records that an allegation was withdrawn, closed or taken up again. It stays on file in every state. */
@UseCase
public class MoveAllegation {
    private final Gate gate;
    private final Vault vault;
    private final ProceedingsRegister register;
    private final Clock clock;

    MoveAllegation(Gate gate, Vault vault, ProceedingsRegister register, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.register = register;
        this.clock = clock;
    }

    /**
     * Moves the allegation.
     *
     * @param version the version of the proceedings that the actor saw
     * @return their new version
     * @throws NoSuchThing also if there is no such allegation
     * @throws StateConflict if it cannot go there from where it stands
     * @throws VersionConflict if the proceedings have changed since
     */
    @OpensPlaintext("The reason is sealed under the case's own key, which must be unwrapped")
    public long move(CaseId caseId, UUID allegation, AllegationState to, String reason, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.MOVE_ALLEGATION, caseId);
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        proceedings.requireHere(allegation);
        var id = UUID.randomUUID().toString();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var sealed = opening.seal(Allegation.reasonField(id), new Words(reason));
            proceedings.move(
                    allegation,
                    new AllegationMove(
                            id, to, sealed, clock.instant(), actor.id().value()));
        }
        return register.save(proceedings);
    }
}
