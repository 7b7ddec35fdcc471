package org.candour.casework.proceedings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candour.casework.timers.DutyHolder;
import org.candour.casework.timers.RuleVersion;
import org.candour.casework.timers.TimerState;
import org.candour.casework.timers.TimerView;
import org.jspecify.annotations.Nullable;

/**
 * What was missed or done late in one case: a part of the breach register. Codes and dates alone.
 *
 * @param caseId the case
 * @param breaches the time limits that were missed, in the order of their start
 */
public record CaseBreaches(UUID caseId, List<Breach> breaches) {
    /**
     * A time limit that was missed.
     *
     * @param rule by which version of which rule
     * @param dutyHolder who let it pass
     * @param dueAt when it was due
     * @param state MISSED or MET_LATE
     * @param verified whether a person has checked the rule against the text in force; if not, this is a warning and no finding
     */
    public record Breach(
            RuleVersion rule,
            DutyHolder dutyHolder,
            @Nullable Instant dueAt,
            TimerState state,
            boolean verified) {
        static Breach of(TimerView timer) {
            return new Breach(timer.rule(), timer.dutyHolder(), timer.dueAt(), timer.state(), timer.verified());
        }
    }
}
