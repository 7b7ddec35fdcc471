package org.candour.casework.proceedings;

import java.util.EnumSet;
import java.util.Set;

/** Where a task stands. */
public enum TaskState {
    OPEN,
    /** Put off until a day, with a reason. On that day it is open again. */
    SNOOZED,
    /** Done, with evidence. */
    DONE;

    /** Where it may go from here. */
    public Set<TaskState> next() {
        return switch (this) { // no default: a new state does not compile until it is placed here
            case OPEN, SNOOZED -> EnumSet.of(SNOOZED, DONE);
            case DONE -> EnumSet.noneOf(TaskState.class);
        };
    }
}
