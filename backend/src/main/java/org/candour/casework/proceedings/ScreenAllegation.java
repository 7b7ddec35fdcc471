package org.candour.casework.proceedings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.NoSuchThing;
import org.candour.access.UseCase;
import org.candour.casework.VersionConflict;

/** An advocate asks of an allegation whether a position was abused, and whether it must be referred to the IOPC. */
@UseCase
public class ScreenAllegation {
    private final Gate gate;
    private final ProceedingsRegister register;
    private final FactRules facts;
    private final ReferralClock referral;
    private final Clock clock;

    ScreenAllegation(Gate gate, ProceedingsRegister register, FactRules facts, ReferralClock referral, Clock clock) {
        this.gate = gate;
        this.register = register;
        this.facts = facts;
        this.referral = referral;
        this.clock = clock;
    }

    /**
     * Records the answers. Where they ask for a referral ({@link ReferralRules}), its clock starts, unless one is made or awaited;
     * where nobody knows, a task asks to settle it.
     *
     * @param answers one to each question
     * @param clearOn when that first became clear; today, if nobody says
     * @param version the version of the proceedings that the actor saw
     * @return their new version
     * @throws FactRefused if an answer is missing, or the day has not come
     * @throws NoSuchThing also if there is no such allegation
     * @throws VersionConflict if the proceedings have changed since
     */
    public long screen(
            CaseId caseId,
            UUID allegation,
            Map<ScreeningQuestion, Answer> answers,
            Optional<LocalDate> clearOn,
            long version,
            Actor actor) {
        gate.admit(actor, Act.SCREEN_ALLEGATION, caseId);
        var proceedings = register.of(caseId);
        proceedings.requireVersion(version);
        proceedings.requireHere(allegation);
        requireAll(answers);
        clearOn.ifPresent(day -> facts.hasCome(day, "clearOn"));
        proceedings.screen(
                allegation,
                new Screening(
                        UUID.randomUUID(),
                        answers,
                        clearOn.orElseGet(facts::today),
                        clock.instant(),
                        actor.id().value()),
                referral);
        return register.save(proceedings);
    }

    private static void requireAll(Map<ScreeningQuestion, Answer> answers) {
        var missing = Arrays.stream(ScreeningQuestion.values())
                .filter(question -> !answers.containsKey(question))
                .map(Enum::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new FactRefused("answers." + missing.get(0), FactRefused.Rule.ANSWER_MISSING);
        }
    }
}
