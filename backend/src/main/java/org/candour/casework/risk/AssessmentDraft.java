package org.candour.casework.risk;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An assessment that somebody wants to record.
 *
 * @param tool its code
 * @param answers by the code of the item; an item without one was not asked
 * @param factors what is known of a perpetrator who serves in the police; one without an answer was not asked
 * @param judgement the grade by professional judgement; needed wherever the score alone cannot tell the grade
 * @param judgementReason in words
 * @param isMaracByJudgement whether the assessor thinks that it belongs before a MARAC, whatever the score
 * @param override a grade that stands instead of what would, and why
 * @param reviewDueOn when it is to be looked at again
 */
public record AssessmentDraft(
        String tool,
        LocalDate assessedOn,
        Map<String, ItemAnswer> answers,
        Map<PolicePerpetratorFactor, ItemAnswer> factors,
        @Nullable Grade judgement,
        @Nullable String judgementReason,
        boolean isMaracByJudgement,
        @Nullable GradeOverride override,
        @Nullable LocalDate reviewDueOn) {
    /**
     * A grade that a person sets, up or down.
     *
     * @param reason never blank
     */
    public record GradeOverride(Grade grade, String reason) {
        @Override
        public String toString() {
            return "GradeOverride[hidden]";
        }
    }

    public AssessmentDraft {
        answers = Map.copyOf(answers);
        factors = Map.copyOf(factors);
    }

    @Override
    public String toString() {
        return "AssessmentDraft[hidden]";
    }
}
