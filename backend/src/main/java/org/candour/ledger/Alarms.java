package org.candour.ledger;

import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which alarms are up. Raising one logs an error, once until it is cleared; while it is up, the metric {@code
 * candour.alarms} of its kind is 1 and the service reports itself as down on the management port. It stops nothing by
 * itself: whoever raises it refuses on their own.
 */
public final class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final Map<Alarm, String> raised = new EnumMap<>(Alarm.class);

    /**
     * Raises an alarm, unless it is up already.
     *
     * @param words for the operator, without personal data: counts, indexes and ids only
     */
    public void raise(Alarm alarm, String words) {
        synchronized (raised) {
            if (raised.putIfAbsent(alarm, words) != null) {
                return;
            }
        }
        LOG.error("ALARM {}: {}", alarm.label(), words);
    }

    /** Says that the cause is gone. Nothing happens if the alarm was not up. */
    public void clear(Alarm alarm) {
        synchronized (raised) {
            if (raised.remove(alarm) == null) {
                return;
            }
        }
        LOG.warn("The alarm {} is over", alarm.label());
    }

    /** The alarms that are up, each with the words it was raised with. */
    public Map<Alarm, String> raised() {
        synchronized (raised) {
            return Map.copyOf(raised);
        }
    }

    public boolean isRaised(Alarm alarm) {
        synchronized (raised) {
            return raised.containsKey(alarm);
        }
    }
}
