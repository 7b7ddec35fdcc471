package org.candour.casework.proceedings;

import java.util.List;

/**
 * The proceedings of a case, opened for its advocate.
 *
 * @param steps everything that was told of any track, in that order, also what was corrected later
 * @param alarms also those that somebody has closed and nothing has raised again
 * @param remarks what was said of alarms and tasks, oldest first
 * @param version for the next change
 */
public record ProceedingsView(
        List<AllegationView> allegations,
        List<ReferralView> referrals,
        List<StepView> steps,
        List<Alarm> alarms,
        List<Task> tasks,
        List<Remark> remarks,
        long version) {
    @Override
    public String toString() {
        return "ProceedingsView[hidden]";
    }
}
