package org.candour.casework.chronology;

import java.time.Instant;
import java.util.List;
import org.candour.vault.Opening;
import org.jspecify.annotations.Nullable;

/**
 * An alarm, opened.
 *
 * @param level how many contacts without action there were; 1 for other alarms
 * @param history oldest first
 */
public record AlarmView(String id, AlarmCode code, AlarmState state, int level, List<Step> history) {
    /**
     * What happened to it.
     *
     * @param about the entry
     * @param by pseudonym
     * @param reason why it was closed
     */
    public record Step(
            AlarmState state,
            Instant at,
            String about,
            String by,
            @Nullable String reason) {
        @Override
        public String toString() {
            return "Step[hidden]";
        }
    }

    static AlarmView of(Alarm alarm, Opening opening) {
        var steps = alarm.history().stream().map(event -> step(event, opening)).toList();
        return new AlarmView(
                alarm.id(), alarm.code(), alarm.state(), alarm.last().level(), steps);
    }

    private static Step step(Alarm.Event event, Opening opening) {
        var sealed = event.reason();
        var reason = sealed == null
                ? null
                : opening.read(Alarm.field(event.id()), sealed).text();
        return new Step(event.state(), event.at(), event.about(), event.by(), reason);
    }

    @Override
    public String toString() {
        return "AlarmView[hidden]";
    }
}
