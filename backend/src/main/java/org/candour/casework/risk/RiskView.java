package org.candour.casework.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much danger somebody is in, opened.
 *
 * @param grade the one that stands; {@code UNKNOWN} where nobody has assessed it
 * @param reviewDueOn when it is to be looked at again, if a day is set
 * @param isReviewDue whether that day has come
 * @param maracPrompts why it should be put before a MARAC, by the last assessment or the incidents until today
 * @param assessments a page, newest recorded first
 * @param version for the next change
 */
public record RiskView(
        Grade grade,
        @Nullable LocalDate reviewDueOn,
        boolean isReviewDue,
        Set<MaracPrompt> maracPrompts,
        List<Incident> incidents,
        List<AssessmentView> assessments,
        long version) {
    @Override
    public String toString() {
        return "RiskView[hidden]";
    }
}
