package org.candour.casework.proceedings;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Something to be done. It follows from timers, alarms and what happened; only that somebody put it off or did it is stored.
 *
 * @param about the timer, the entry of a track, the allegation or the screening that it comes from
 * @param dueOn the day it is due; of one that was put off, the day it is open again
 */
public record Task(String id, TaskKind kind, UUID about, LocalDate dueOn, TaskState state) {
    /** @throws StateConflict if it cannot go there from where it stands */
    void requireNext(TaskState to) {
        var allowed = EnumSet.copyOf(Set.of(TaskState.values()));
        allowed.retainAll(state.next());
        if (kind.isDoneElsewhere()) {
            allowed.remove(TaskState.DONE);
        }
        if (!allowed.contains(to)) {
            throw new StateConflict(
                    state.name(), allowed.stream().map(Enum::name).toList());
        }
    }

    @Override
    public String toString() {
        return "Task[" + id + "]";
    }
}
