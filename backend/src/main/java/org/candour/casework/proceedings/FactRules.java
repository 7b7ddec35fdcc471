package org.candour.casework.proceedings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candour.access.Bodies;
import org.candour.access.BodyId;
import org.candour.casework.timers.WorkingDays;
import org.candour.intake.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may be told of anything: known bodies, and days that have come. */
@Component
class FactRules {
    private static final String UNKNOWN = "UNKNOWN";

    private final Bodies bodies;
    private final Clock clock;

    FactRules(Bodies bodies, Clock clock) {
        this.bodies = bodies;
        this.clock = clock;
    }

    /** @throws FactRefused if it names a body that is not known here, or a day to come */
    void check(AllegationFacts facts) {
        known(facts.forceThen(), "facts.forceThen");
        known(facts.forceNow(), "facts.forceNow");
        hasCome(facts.happened(), "facts.happened");
    }

    /** @throws FactRefused if it names a body that is not known here, or a day to come */
    void check(TrackFacts facts) {
        known(facts.decidingBody(), "facts.decidingBody");
        if (facts.toBody() != null) {
            known(facts.toBody(), "facts.toBody");
        }
        hasCome(facts.happenedOn(), "facts.happenedOn");
        hasCome(facts.lastVerifiedOn(), "facts.lastVerifiedOn");
        for (var index = 0; index < facts.knownTo().size(); index++) {
            var knownTo = facts.knownTo().get(index);
            hasCome(knownTo.knownOn(), "facts.knownTo[" + index + "].knownOn");
            if (!knownTo.whom().equals(KnownTo.VICTIM)) {
                known(knownTo.whom(), "facts.knownTo[" + index + "].whom");
            }
        }
    }

    /**
     * A decision not to act needs a reason, somebody who decided and a day.
     *
     * @throws FactRefused naming what is missing
     */
    void checkNotToAct(TrackFacts facts, TrackWords words) {
        if (!words.hasReason()) {
            throw new FactRefused("words.reason", FactRefused.Rule.NEEDED_HERE);
        }
        if (facts.decidedBy() == DecisionMaker.UNKNOWN) {
            throw new FactRefused("facts.decidedBy", FactRefused.Rule.MUST_BE_KNOWN);
        }
        if (facts.day().isEmpty()) {
            throw new FactRefused("facts.happenedOn", FactRefused.Rule.MUST_BE_KNOWN, List.of("EXACT"));
        }
    }

    /** @throws FactRefused if the day has not come */
    void hasCome(@Nullable LocalDate day, String field) {
        if (day != null && day.isAfter(today())) {
            throw new FactRefused(field, FactRefused.Rule.IN_THE_FUTURE);
        }
    }

    private void hasCome(FactDate when, String field) {
        hasCome(when.from(), field);
        hasCome(when.to(), field);
    }

    /** @throws FactRefused if the day has come already */
    void isToCome(LocalDate day, String field) {
        if (!day.isAfter(today())) {
            throw new FactRefused(field, FactRefused.Rule.IN_THE_PAST);
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.LONDON);
    }

    private void known(String body, String field) {
        if (!body.equals(UNKNOWN) && bodies.find(BodyId.of(body)).isEmpty()) {
            throw new FactRefused(field, FactRefused.Rule.NOT_KNOWN);
        }
    }

    /**
     * The rows that somebody means: all, where none is named.
     *
     * @throws FactRefused if there is none yet
     */
    static List<UUID> meant(List<UUID> named, Proceedings proceedings) {
        var meant = named.isEmpty()
                ? proceedings.allegations().stream().map(Allegation::id).toList()
                : named.stream().distinct().toList();
        if (meant.isEmpty()) {
            throw new FactRefused("allegations", FactRefused.Rule.NEEDED_HERE);
        }
        return meant;
    }
}
