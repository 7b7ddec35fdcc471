package org.candour.casework.proceedings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.annotation.TypeAlias;

/**
 * An answer to every question of the screening. {@link ReferralRules} says what follows from it.
 *
 * @param id what starts the clock of a referral
 * @param clearOn when it first became clear
 * @param recordedBy pseudonym of whoever asked
 */
@TypeAlias("screening")
public record Screening(
        UUID id, Map<ScreeningQuestion, Answer> answers, LocalDate clearOn, Instant recordedAt, String recordedBy) {
    /** The questions that were answered so. */
    Set<ScreeningQuestion> answered(Answer wanted) {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue() == wanted)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    boolean saysCriminal() {
        return answered(Answer.YES).stream().anyMatch(ScreeningQuestion::saysCriminal);
    }

    @Override
    public String toString() {
        return "Screening[hidden]";
    }
}
