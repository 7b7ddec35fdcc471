package org.candour.casework.proceedings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.annotation.TypeAlias;

/**
 * An answer to every question of the screening.
 *
 * @param id what starts the clock of a referral
 * @param clearOn when it first became clear
 * @param recordedBy pseudonym of whoever asked
 */
@TypeAlias("screening")
public record Screening(
        UUID id, Map<ScreeningQuestion, Answer> answers, LocalDate clearOn, Instant recordedAt, String recordedBy) {
    /** Whether the matter must be referred: any yes says so. */
    public boolean isReferralDue() {
        return !grounds().isEmpty();
    }

    Set<ScreeningQuestion> grounds() {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue() == Answer.YES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    boolean saysCriminal() {
        return grounds().stream().anyMatch(ScreeningQuestion::saysCriminal);
    }

    @Override
    public String toString() {
        return "Screening[hidden]";
    }
}
