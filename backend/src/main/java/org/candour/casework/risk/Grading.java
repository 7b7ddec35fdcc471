package org.candour.casework.risk;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.candour.casework.risk.AssessmentRefused.Reason;

/**
 * Grades an assessment. A grade that stands is never lowered by a score, only by a person who says why (DOMAIN section 7); a
 * checklist does not predict and does not replace judgement, so the higher of the two counts.
 */
final class Grading {
    private final RiskTools tools;

    Grading(RiskTools tools) {
        this.tools = tools;
    }

    /**
     * What is to be stored.
     *
     * @param standing the grade of the case until now
     * @throws AssessmentRefused if the tool is unknown on that day, has no such item, or a grade is missing
     */
    AssessmentContent content(AssessmentDraft draft, Grade standing, List<Incident> incidents) {
        var tool = tools.find(draft.tool(), draft.assessedOn())
                .orElseThrow(() -> new AssessmentRefused("tool", Reason.TOOL_NOT_LISTED));
        var answers = answers(draft, tool);
        int score =
                (int) answers.values().stream().filter(ItemAnswer.YES::equals).count();
        var byScore = tool.grade(score);
        requireGrades(draft, isDecidedByScore(tool, answers, score));
        return new AssessmentContent(
                draft.assessedOn(),
                tool.code(),
                tool.version(),
                answers,
                factors(draft),
                score,
                byScore.orElse(null),
                draft.judgement(),
                draft.judgementReason(),
                draft.override(),
                standing(draft, byScore.orElse(Grade.UNKNOWN), standing),
                tools.prompts(tool, score, draft.isMaracByJudgement(), incidents, draft.assessedOn()));
    }

    private static Grade standing(AssessmentDraft draft, Grade byScore, Grade before) {
        var override = draft.override();
        if (override != null) {
            return override.grade();
        }
        return before.atLeast(byScore).atLeast(Objects.requireNonNullElse(draft.judgement(), Grade.UNKNOWN));
    }

    /** Not knowing is not no: whether the score has a grade, and it would have the same if all that is open were yes. */
    private static boolean isDecidedByScore(Tool tool, Map<String, ItemAnswer> answers, int score) {
        int open = (int) answers.values().stream().filter(ItemAnswer::isOpen).count();
        var grade = tool.grade(score);
        return grade.isPresent() && grade.equals(tool.grade(score + open));
    }

    private static void requireGrades(AssessmentDraft draft, boolean isDecidedByScore) {
        if (draft.judgement() == Grade.UNKNOWN || (!isDecidedByScore && draft.judgement() == null)) {
            throw new AssessmentRefused("judgement", Reason.GRADE_MISSING);
        }
        var override = draft.override();
        if (override != null && override.grade() == Grade.UNKNOWN) {
            throw new AssessmentRefused("override.grade", Reason.GRADE_MISSING);
        }
        if (override != null && override.reason().isBlank()) {
            throw new AssessmentRefused("override.reason", Reason.REASON_MISSING);
        }
    }

    private static Map<String, ItemAnswer> answers(AssessmentDraft draft, Tool tool) {
        if (!draft.answers().keySet().stream().allMatch(tool::has)) {
            throw new AssessmentRefused("answers", Reason.ITEM_NOT_LISTED);
        }
        var answers = new TreeMap<String, ItemAnswer>();
        for (var item : tool.items()) {
            answers.put(item.code(), draft.answers().getOrDefault(item.code(), ItemAnswer.NOT_ASKED));
        }
        return answers;
    }

    private static Map<PolicePerpetratorFactor, ItemAnswer> factors(AssessmentDraft draft) {
        var factors = new EnumMap<PolicePerpetratorFactor, ItemAnswer>(PolicePerpetratorFactor.class);
        Arrays.stream(PolicePerpetratorFactor.values())
                .forEach(factor -> factors.put(factor, draft.factors().getOrDefault(factor, ItemAnswer.NOT_ASKED)));
        return factors;
    }
}
