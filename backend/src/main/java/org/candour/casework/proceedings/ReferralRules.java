package org.candour.casework.proceedings;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a matter must be referred to the IOPC (SI 2020/2 regs 4 and 7, DOMAIN sections 3.1 and 3.2): by its category alone, where
 * the rule file says so, or by the answers of its screening as {@link ScreeningQuestion.Weight} weighs them. An answer that
 * nobody knows counts neither as yes nor as no: it asks to be settled.
 */
final class ReferralRules {
    private final Vocabulary vocabulary;

    ReferralRules(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The grounds as they stand, whether or not anybody has referred the matter on them. */
    Set<ScreeningQuestion> grounds(Allegation allegation) {
        var grounds = EnumSet.noneOf(ScreeningQuestion.class);
        byCategory(allegation.current()).ifPresent(grounds::add);
        allegation.screening().ifPresent(latest -> grounds.addAll(byAnswers(latest, allegation.current())));
        return grounds;
    }

    /**
     * The grounds that no referral covers. New facts after a first referral ask for another (SI 2020/2 reg 4).
     */
    Set<ScreeningQuestion> openGrounds(Proceedings proceedings, Allegation allegation) {
        var open = grounds(allegation);
        proceedings.referrals().stream()
                .filter(referral -> referral.decision().isReferred()
                        && referral.allegations().contains(allegation.id()))
                .forEach(referral -> open.removeAll(groundsBy(referral.recordedAt(), allegation)));
        return open;
    }

    /** When that was last told by which a referral is missing; empty if none is. */
    Optional<Instant> missingSince(Proceedings proceedings, Allegation allegation) {
        var open = openGrounds(proceedings, allegation);
        var version = allegation.current();
        return Stream.concat(
                        byCategory(version).filter(open::contains).map(ground -> version.recordedAt()).stream(),
                        allegation
                                .screening()
                                .filter(latest ->
                                        byAnswers(latest, version).stream().anyMatch(open::contains))
                                .map(Screening::recordedAt)
                                .stream())
                .max(Comparator.naturalOrder());
    }

    /** Whether something was done for which nobody has given a reason, and that asks for no referral as it stands. */
    boolean asksToLookAgain(Allegation allegation) {
        return grounds(allegation).isEmpty()
                && allegation.screening().stream()
                        .flatMap(latest -> latest.answered(Answer.YES).stream())
                        .anyMatch(question -> question.weight() == ScreeningQuestion.Weight.WITH_PURSUIT_OR_LOOK_AGAIN);
    }

    /** Everything that had been found by then. */
    private Set<ScreeningQuestion> groundsBy(Instant then, Allegation allegation) {
        var found = EnumSet.noneOf(ScreeningQuestion.class);
        var versions = allegation.versions().stream()
                .filter(version -> !version.recordedAt().isAfter(then))
                .toList();
        versions.forEach(version -> byCategory(version).ifPresent(found::add));
        allegation.screenings().stream()
                .filter(screening -> !screening.recordedAt().isAfter(then))
                .forEach(screening -> versions.forEach(version -> found.addAll(byAnswers(screening, version))));
        return found;
    }

    private Optional<ScreeningQuestion> byCategory(AllegationVersion version) {
        return vocabulary
                .find(version.codes().category())
                .flatMap(category -> Optional.ofNullable(category.referral()));
    }

    private Set<ScreeningQuestion> byAnswers(Screening screening, AllegationVersion version) {
        var yes = screening.answered(Answer.YES);
        var isPursuit = isPursuit(version) || yes.stream().anyMatch(ScreeningQuestion::saysPursuit);
        var grounds = EnumSet.noneOf(ScreeningQuestion.class);
        yes.stream()
                .filter(question -> isPursuit || question.weight() == ScreeningQuestion.Weight.ALONE)
                .map(ScreeningQuestion::ground)
                .forEach(grounds::add);
        return grounds;
    }

    private boolean isPursuit(AllegationVersion version) {
        return vocabulary
                .find(version.codes().category())
                .filter(Scheme.Entry::pursuit)
                .isPresent();
    }
}
