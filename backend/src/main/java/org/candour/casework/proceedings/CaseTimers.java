package org.candour.casework.proceedings;

import java.util.List;
import org.candour.casework.timers.Tier;
import org.candour.casework.timers.TimerView;

/**
 * The timers of a case.
 *
 * @param version the version of its proceedings
 * @param tier which limits hold
 * @param timers as they stand now, in the order of their start
 */
public record CaseTimers(long version, Tier tier, List<TimerView> timers) {}
