package org.candour.casework.proceedings;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.casework.VersionConflict;
import org.candour.intake.ReadReport;
import org.candour.ledger.Receipt;
import org.candour.vault.Opening;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate tells what is alleged, or corrects it. */
@UseCase
public class RecordAllegation {
    private final Gate gate;
    private final Vault vault;
    private final ReadReport readReport;
    private final ProceedingsRegister register;
    private final FactRules rules;
    private final Vocabulary vocabulary;
    private final ReferralClock referral;
    private final Clock clock;

    RecordAllegation(
            Gate gate,
            Vault vault,
            ReadReport readReport,
            ProceedingsRegister register,
            FactRules rules,
            Vocabulary vocabulary,
            ReferralClock referral,
            Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.readReport = readReport;
        this.register = register;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.referral = referral;
        this.clock = clock;
    }

    /**
     * Adds an allegation against one person. Where its category alone asks for a referral, the clock of that starts.
     *
     * @param version the version of the proceedings that the actor saw
     * @throws FactRefused if something in it breaks a rule
     * @throws NoSuchThing also if a related case is not granted to the actor
     * @throws VersionConflict if the proceedings have changed since
     */
    public Told record(CaseId caseId, NewAllegation told, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.RECORD_ALLEGATION, caseId);
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        relate(told, actor);
        var id = UUID.randomUUID();
        proceedings.add(Allegation.told(id, sealed(caseId, told, receipt, actor)), referral);
        return new Told(id, register.save(proceedings));
    }

    /**
     * Adds a correction; what was told before stays.
     *
     * @param version the version of the proceedings that the actor saw
     * @throws FactRefused if something in it breaks a rule
     * @throws NoSuchThing also if there is no such allegation, or a related case is not granted to the actor
     * @throws VersionConflict if the proceedings have changed since
     */
    public long correct(CaseId caseId, UUID allegation, NewAllegation told, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.CORRECT_ALLEGATION, caseId);
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        proceedings.requireHere(allegation);
        relate(told, actor);
        proceedings.correct(allegation, sealed(caseId, told, receipt, actor), referral);
        return register.save(proceedings);
    }

    /** Each related case is asked for like the case itself: nobody learns by relating that a case exists. */
    private void relate(NewAllegation told, Actor actor) {
        told.facts().relatedCases().stream()
                .distinct()
                .forEach(related -> gate.admit(actor, Act.RELATE_CASE, new CaseId(related)));
    }

    @OpensPlaintext("Its words are sealed under the case's own key, and the person complained of stands in the report")
    private AllegationVersion sealed(CaseId caseId, NewAllegation told, Receipt receipt, Actor actor) {
        check(told.facts());
        var words = Objects.requireNonNullElse(told.words(), new AllegationWords(null, null));
        var id = UUID.randomUUID().toString();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            requireAccused(caseId, told.facts().accused(), opening);
            return new AllegationVersion(
                    id,
                    AllegationCodes.of(told.facts()),
                    opening.seal(
                            AllegationVersion.circumstancesField(id),
                            told.facts().circumstances()),
                    opening.seal(Allegation.wordsField(id), words),
                    clock.instant(),
                    actor.id().value());
        }
    }

    private void check(AllegationFacts facts) {
        rules.check(facts);
        vocabulary.require(facts.category(), Scheme.Kind.CATEGORIES, "facts.category");
        if (facts.standard() != null) {
            vocabulary.require(facts.standard(), Scheme.Kind.STANDARDS, "facts.standard");
        }
    }

    private void requireAccused(CaseId caseId, int index, Opening opening) {
        if (index >= readReport.accused(caseId, opening).people().size()) {
            throw new FactRefused("facts.accused", FactRefused.Rule.NOT_KNOWN);
        }
    }
}
