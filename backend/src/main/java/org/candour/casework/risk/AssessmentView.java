package org.candour.casework.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.candour.casework.risk.AssessmentDraft.GradeOverride;
import org.candour.vault.Opening;
import org.jspecify.annotations.Nullable;

/**
 * An assessment, opened.
 *
 * @param assessor pseudonym
 * @param score how many items are answered with yes
 * @param gradeByScore missing where the tool has no band for the score
 * @param standing the grade of the case from then on
 */
public record AssessmentView(
        String id,
        LocalDate assessedOn,
        Instant recordedAt,
        String assessor,
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
    static AssessmentView of(Assessment assessment, Opening opening) {
        var content = opening.read(Assessment.field(assessment.id()), assessment.content());
        return new AssessmentView(
                assessment.id(),
                content.assessedOn(),
                assessment.recordedAt(),
                assessment.assessor(),
                content.tool(),
                content.toolVersion(),
                content.answers(),
                content.factors(),
                content.score(),
                content.gradeByScore(),
                content.judgement(),
                content.judgementReason(),
                content.override(),
                content.standing(),
                content.maracPrompts());
    }

    @Override
    public String toString() {
        return "AssessmentView[hidden]";
    }
}
