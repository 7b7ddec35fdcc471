package org.candour.casework.proceedings;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candour.casework.proceedings.ReviewRight.Eligibility;
import org.candour.casework.proceedings.ReviewRight.Reason;
import org.candour.intake.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which outcome may be told when, and what follows for the victim's right to ask for a review. */
@Component
class OutcomeRules {
    /** What says when a complaint was made, or a conduct matter became known. */
    private static final Set<Step> BEGINNINGS =
            EnumSet.of(Step.COMPLAINT_MADE, Step.COMPLAINT_RECORDED, Step.CONDUCT_MATTER_RECORDED);

    private final Vocabulary vocabulary;

    OutcomeRules(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * What an outcome means, if it may be told on this track of these allegations.
     *
     * @throws FactRefused if it may not, naming what may
     */
    Scheme.Entry require(Track track, NewOutcome told, List<UUID> allegations, TrackHistory history) {
        var scheme = vocabulary.scheme(told.outcome(), Scheme.Kind.OUTCOMES, "outcome.scheme");
        if (scheme.track() != track) {
            throw new FactRefused("outcome.scheme", FactRefused.Rule.OTHER_TRACK, ids(vocabulary.outcomesOn(track)));
        }
        for (var allegation : allegations) {
            var day = decidingDay(scheme, told.facts(), history, allegation);
            if (!scheme.mayHoldFor(day)) {
                var fitting = vocabulary.outcomesOn(track).stream()
                        .filter(other -> other.mayHoldFor(decidingDay(other, told.facts(), history, allegation)))
                        .toList();
                throw new FactRefused("outcome.scheme", FactRefused.Rule.SCHEME_DOES_NOT_FIT, ids(fitting));
            }
        }
        return vocabulary.require(told.outcome(), Scheme.Kind.OUTCOMES, "outcome.code");
    }

    private static List<String> ids(List<Scheme> schemes) {
        return schemes.stream().map(Scheme::id).toList();
    }

    private static FactDate decidingDay(Scheme scheme, TrackFacts facts, TrackHistory history, UUID allegation) {
        return scheme.datedBy() == Scheme.DatedBy.COMPLAINT
                ? history.on(Track.MISCONDUCT, allegation).stream()
                        .filter(entry -> BEGINNINGS.contains(entry.step()))
                        .map(entry -> entry.facts().happenedOn())
                        .findFirst()
                        .orElseThrow(() -> new FactRefused(
                                "outcome",
                                FactRefused.Rule.COMPLAINT_NEEDED_FIRST,
                                BEGINNINGS.stream().map(Enum::name).toList()))
                : facts.happenedOn();
    }

    /** What follows of an outcome for the right to review; empty if it is no decision not to act. */
    Optional<ReviewRight> review(Scheme.Entry outcome, TrackFacts facts, @Nullable VictimSays victim) {
        if (!outcome.notToAct() && outcome.review() == Scheme.Review.NONE) {
            return Optional.empty();
        }
        return Optional.of(
                switch (outcome.review()) {
                    case NONE -> new ReviewRight(Eligibility.NOT_ELIGIBLE, Reason.NO_SCHEME);
                    case COVERED -> covered(facts);
                    case NO_SUSPECT -> new ReviewRight(Eligibility.NOT_ELIGIBLE, Reason.NO_IDENTIFIED_SUSPECT);
                    case VICTIM_DOES_NOT_SUPPORT ->
                        victim != null && victim.disputes() == Answer.YES
                                ? new ReviewRight(Eligibility.ARGUABLE, Reason.VICTIM_DISPUTES_WITHDRAWAL)
                                : new ReviewRight(Eligibility.NOT_ELIGIBLE, Reason.VICTIM_DOES_NOT_SUPPORT);
                    case COMPLAINT -> new ReviewRight(Eligibility.ELIGIBLE, Reason.COMPLAINT_REVIEW);
                });
    }

    /** The same of a step that is a decision not to act without an outcome code. */
    Optional<ReviewRight> review(Step step, TrackFacts facts) {
        if (!step.isDecisionNotToAct()) {
            return Optional.empty();
        }
        return Optional.of(
                step == Step.DECIDED_NOT_TO_INVESTIGATE
                        ? new ReviewRight(Eligibility.NOT_ELIGIBLE, Reason.NO_IDENTIFIED_SUSPECT)
                        : covered(facts));
    }

    private ReviewRight covered(TrackFacts facts) {
        var began = vocabulary.reviewBegan(facts.decidedBy());
        var isTooEarly = facts.day().filter(day -> isBefore(day, began)).isPresent();
        return isTooEarly
                ? new ReviewRight(Eligibility.NOT_ELIGIBLE, Reason.BEFORE_SCHEME_BEGAN)
                : new ReviewRight(Eligibility.ELIGIBLE, Reason.COVERED_BY_SCHEME);
    }

    private static boolean isBefore(LocalDate day, Optional<LocalDate> began) {
        return began.filter(day::isBefore).isPresent();
    }
}
