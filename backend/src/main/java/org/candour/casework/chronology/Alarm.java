package org.candour.casework.chronology;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * Something a person must look at, with all that was done about it. It goes away only with a reason.
 *
 * @param history oldest first, never empty
 */
@TypeAlias("chronology-alarm")
record Alarm(String id, AlarmCode code, List<Event> history) {
    /** Why an alarm was closed, in words. */
    record Reason(String text) {
        @Override
        public String toString() {
            return "Reason[hidden]";
        }
    }

    /**
     * What happened to an alarm.
     *
     * @param about the entry that raised it or supplied what was missing; of a closing, the entry that had raised it
     * @param level how many contacts without action there were; 1 for other alarms
     * @param by pseudonym
     * @param reason of a closing alone
     */
    @TypeAlias("chronology-alarm-event")
    record Event(
            String id,
            AlarmState state,
            Instant at,
            String about,
            int level,
            String by,
            @Nullable Sealed<Reason> reason) {}

    Alarm {
        history = List.copyOf(history);
    }

    static Alarm raised(AlarmCode code, Entry by, int level) {
        return new Alarm(UUID.randomUUID().toString(), code, List.of(event(AlarmState.RAISED, by, level)));
    }

    /** The place of the reason of one closing. */
    static Field<Reason> field(String eventId) {
        return new Field<>(Compartment.WORK, "chronology.alarm", Reason.class, 1).at(eventId);
    }

    private static Event event(AlarmState state, Entry by, int level) {
        return new Event(UUID.randomUUID().toString(), state, by.recordedAt(), by.id(), level, by.recordedBy(), null);
    }

    Event last() {
        return history.get(history.size() - 1);
    }

    AlarmState state() {
        return last().state();
    }

    Alarm raisedAgain(Entry by, int level) {
        return moved(event(AlarmState.RAISED, by, level));
    }

    Alarm supplied(Entry by) {
        return moved(event(AlarmState.SUPPLIED, by, last().level()));
    }

    /** @throws AlarmConflict unless it is raised */
    Alarm closed(String eventId, Instant at, String by, Sealed<Reason> reason) {
        return moved(new Event(eventId, AlarmState.CLOSED, at, last().about(), last().level(), by, reason));
    }

    private Alarm moved(Event event) {
        if (!state().next().contains(event.state())) {
            throw new AlarmConflict(state(), event.state());
        }
        return new Alarm(
                id, code, Stream.concat(history.stream(), Stream.of(event)).toList());
    }
}
