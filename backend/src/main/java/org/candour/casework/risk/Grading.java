package org.candour.casework.risk;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
     * @param before what stands of the case until now
     * @throws AssessmentRefused if the tool is unknown on that day, has no such item, or a grade is missing
     */
    AssessmentContent content(AssessmentDraft draft, Standing before, List<Incident> incidents) {
        var tool = tools.find(draft.tool(), draft.assessedOn())
                .orElseThrow(() -> new AssessmentRefused("tool", Reason.TOOL_NOT_LISTED));
        var answers = answers(draft, tool);
        int score =
                (int) answers.values().stream().filter(ItemAnswer.YES::equals).count();
        var byScore = tool.grade(score);
        requireGrades(draft, isDecidedByScore(tool, answers, score));
        var grade = grade(draft, byScore.orElse(Grade.UNKNOWN), before.grade());
        var prompts = tools.prompts(tool, score, draft.isMaracByJudgement(), incidents, draft.assessedOn());
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
                grade,
                standing(draft, prompts, grade, before.prompts()));
    }

    /** Without an override none is taken back: that a later score is lower does not say that the conference has met. */
    private static Set<MaracPrompt> standing(
            AssessmentDraft draft, Set<MaracPrompt> prompts, Grade grade, Set<MaracPrompt> before) {
        var standing = EnumSet.noneOf(MaracPrompt.class);
        standing.addAll(prompts);
        if (draft.override() == null) {
            standing.addAll(before);
        }
        if (grade == Grade.HIGH) {
            standing.add(MaracPrompt.HIGH_RISK);
        }
        return standing;
    }

    private static Grade grade(AssessmentDraft draft, Grade byScore, Grade before) {
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
