package org.candour.casework.proceedings;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.casework.VersionConflict;
import org.candour.casework.timers.RuleBook;
import org.candour.ledger.Receipt;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Sealed;
import org.candour.vault.Vault;
import org.jspecify.annotations.Nullable;

/** An advocate records what happened on a track, and how it ended. */
@UseCase
public class RecordStep {
    private final Gate gate;
    private final Vault vault;
    private final ProceedingsRegister register;
    private final FactRules rules;
    private final OutcomeRules outcomes;
    private final RuleBook ruleBook;
    private final Clock clock;

    RecordStep(
            Gate gate,
            Vault vault,
            ProceedingsRegister register,
            FactRules rules,
            OutcomeRules outcomes,
            RuleBook ruleBook,
            Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.register = register;
        this.rules = rules;
        this.outcomes = outcomes;
        this.ruleBook = ruleBook;
        this.clock = clock;
    }

    /**
     * Records a step, and starts and ends the clocks that it starts and ends.
     *
     * @param version the version of the proceedings that the actor saw
     * @throws FactRefused if something in it breaks a rule
     * @throws StateConflict if the track cannot go there from where it stands
     * @throws VersionConflict if the proceedings have changed since
     */
    public Told record(CaseId caseId, Track track, NewStep told, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.RECORD_STEP, caseId);
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        var words = Objects.requireNonNullElse(told.words(), TrackWords.NONE);
        require(told.step(), track);
        rules.check(told.facts());
        if (told.step().isDecisionNotToAct()) {
            rules.checkNotToAct(told.facts(), words);
        }
        var draft = new Draft(
                told.step(),
                FactRules.meant(told.allegations(), proceedings),
                told.facts(),
                null,
                told.corrects(),
                words,
                null,
                outcomes.review(told.step(), told.facts()).orElse(null));
        return enter(draft, proceedings, receipt, actor);
    }

    /**
     * Records an outcome, or that it is not known. A decision not to act starts the clock of the victim's right to a review,
     * or says why there is none.
     *
     * @param version the version of the proceedings that the actor saw
     * @throws FactRefused if something in it breaks a rule; also if the scheme does not fit the day that decides
     * @throws StateConflict if the track cannot go there from where it stands
     * @throws VersionConflict if the proceedings have changed since
     */
    public Told recordOutcome(CaseId caseId, Track track, NewOutcome told, long version, Actor actor) {
        var receipt = gate.admit(actor, Act.RECORD_OUTCOME, caseId);
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        var allegations = FactRules.meant(told.allegations(), proceedings);
        rules.check(told.facts());
        var draft = told.outcome().equals(Code.UNKNOWN)
                ? unknown(track, told, allegations)
                : known(track, told, allegations, proceedings);
        return enter(draft, proceedings, receipt, actor);
    }

    private static void require(Step step, Track track) {
        if (step.track() != track) {
            throw new FactRefused(
                    "step",
                    FactRefused.Rule.OTHER_TRACK,
                    track.steps().stream()
                            .filter(other -> !other.isOfOutcome())
                            .map(Enum::name)
                            .toList());
        }
        if (step.isOfOutcome()) {
            throw new FactRefused("step", FactRefused.Rule.OUTCOME_NEEDED);
        }
    }

    private static Draft unknown(Track track, NewOutcome told, List<UUID> allegations) {
        var words = Objects.requireNonNullElse(told.words(), TrackWords.NONE);
        return new Draft(
                Step.unknown(track), allegations, told.facts(), null, told.corrects(), words, told.victim(), null);
    }

    private Draft known(Track track, NewOutcome told, List<UUID> allegations, Proceedings proceedings) {
        var words = Objects.requireNonNullElse(told.words(), TrackWords.NONE);
        var outcome = outcomes.require(track, told, allegations, proceedings.history());
        if (outcome.notToAct()) {
            rules.checkNotToAct(told.facts(), words);
        }
        if (outcome.victimsPosition() && told.victim() == null) {
            throw new FactRefused("victim", FactRefused.Rule.NEEDED_HERE);
        }
        return new Draft(
                Objects.requireNonNull(outcome.leadsTo()),
                allegations,
                told.facts(),
                told.outcome(),
                told.corrects(),
                words,
                told.victim(),
                outcomes.review(outcome, told.facts(), told.victim()).orElse(null));
    }

    @OpensPlaintext("Its words are sealed under the case's own keys, which must be unwrapped")
    private Told enter(Draft draft, Proceedings proceedings, Receipt receipt, Actor actor) {
        var id = UUID.randomUUID();
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var account = draft.victimsAccount();
            var words = opening.seal(TrackEntry.wordsField(id), draft.words());
            var victims = account == null ? null : opening.seal(TrackEntry.victimsAccountField(id), new Words(account));
            proceedings.enter(draft.entry(id, words, victims, clock, actor.id().value()), ruleBook);
        }
        return new Told(id, register.save(proceedings));
    }

    /** An entry before it is sealed. */
    private record Draft(
            Step step,
            List<UUID> allegations,
            TrackFacts facts,
            @Nullable Code outcome,
            @Nullable UUID corrects,
            TrackWords words,
            @Nullable VictimSays victim,
            @Nullable ReviewRight review) {
        @Nullable
        String victimsAccount() {
            return victim == null ? null : victim.account();
        }

        TrackEntry entry(
                UUID id,
                Sealed<TrackWords> sealed,
                @Nullable Sealed<Words> victimsAccount,
                Clock clock,
                String author) {
            return new TrackEntry(
                    id,
                    step,
                    allegations,
                    facts,
                    outcome,
                    corrects,
                    step.track() == Track.CRIMINAL && words.hasCrimeReference(),
                    victim == null ? null : victim.disputes(),
                    review,
                    sealed,
                    victimsAccount,
                    clock.instant(),
                    author);
        }

        @Override
        public String toString() {
            return "Draft[hidden]";
        }
    }
}
