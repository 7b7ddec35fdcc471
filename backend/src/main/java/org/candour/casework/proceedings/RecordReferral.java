package org.candour.casework.proceedings;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.casework.VersionConflict;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate records what was decided about a referral to the IOPC. */
@UseCase
public class RecordReferral {
    private final Gate gate;
    private final Vault vault;
    private final ProceedingsRegister register;
    private final FactRules rules;
    private final ReferralClock referral;
    private final Clock clock;

    RecordReferral(
            Gate gate,
            Vault vault,
            ProceedingsRegister register,
            FactRules rules,
            ReferralClock referral,
            Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.register = register;
        this.rules = rules;
        this.referral = referral;
        this.clock = clock;
    }

    /**
     * Records the decision. A referral ends the clock of those it concerns; a decision against one needs a reason, a
     * decision-maker and a day, and ends nothing.
     *
     * @param version the version of the proceedings that the actor saw
     * @throws FactRefused if something in it breaks a rule
     * @throws VersionConflict if the proceedings have changed since
     */
    @OpensPlaintext("Its words are sealed under the case's own key, which must be unwrapped")
    public Told record(CaseId caseId, NewReferral told, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.RECORD_REFERRAL, caseId);
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        var words = Objects.requireNonNullElse(told.words(), TrackWords.NONE);
        var allegations = FactRules.meant(told.allegations(), proceedings);
        rules.check(told.facts());
        if (told.decision() == ReferralDecision.NOT_REFERRED) {
            rules.checkNotToAct(told.facts(), words);
        }
        var id = UUID.randomUUID();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            proceedings.refer(
                    new Referral(
                            id,
                            told.decision(),
                            allegations,
                            told.basis(),
                            told.facts(),
                            opening.seal(Referral.wordsField(id), words),
                            clock.instant(),
                            actor.id().value()),
                    referral);
        }
        return new Told(id, register.save(proceedings));
    }
}
