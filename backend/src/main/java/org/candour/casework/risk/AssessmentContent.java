package org.candour.casework.risk;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.candour.casework.risk.AssessmentDraft.GradeOverride;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment says: all of it sealed, the grade too, for whoever steals the database should not learn who is in danger.
 *
 * @param answers one for each item of the tool
 * @param factors one for each factor
 * @param score how many items are answered with yes
 * @param gradeByScore missing where the tool has no band for the score
 * @param standing the grade of the case from then on
 * @param maracPrompts why the case should be put before a MARAC from then on
 */
record AssessmentContent(
        LocalDate assessedOn,
        String tool,
        String toolVersion,
        Map<String, ItemAnswer> answers,
        Map<PolicePerpetratorFactor, ItemAnswer> factors,
        int score,
        @Nullable Grade gradeByScore,
        @Nullable Grade judgement,
        @Nullable String judgementReason,
        @Nullable GradeOverride override,
        Grade standing,
        Set<MaracPrompt> maracPrompts) {
    Standing stands() {
        return new Standing(standing, maracPrompts);
    }

    @Override
    public String toString() {
        return "AssessmentContent[hidden]";
    }
}
