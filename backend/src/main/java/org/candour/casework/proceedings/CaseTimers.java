package org.candour.casework.proceedings;

import java.util.List;
import org.candour.casework.timers.HappeningView;
import org.candour.casework.timers.Tier;
import org.candour.casework.timers.TimerView;

/**
 * The timers of a case.
 *
 * @param version the version of its proceedings
 * @param tier which limits hold
 * @param timers as they stand now, in the order of their start
 * @param happenings what starts, fulfils and ends them, in the order in which it was told; what was taken back is not there
 */
public record CaseTimers(long version, Tier tier, List<TimerView> timers, List<HappeningView> happenings) {}
