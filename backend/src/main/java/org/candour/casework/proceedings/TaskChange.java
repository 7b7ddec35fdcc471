package org.candour.casework.proceedings;

import java.time.Instant;
import java.time.LocalDate;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * A task was put off or done.
 *
 * @param task its id
 * @param until the day it is open again, if it was put off
 * @param words the reason, or what shows that it was done
 */
@TypeAlias("task-change")
record TaskChange(
        String id,
        String task,
        TaskState to,
        @Nullable LocalDate until,
        Sealed<Words> words,
        Instant recordedAt,
        String recordedBy) {
    static Field<Words> wordsField(String change) {
        return new Field<>(Compartment.WORK, "proceedings.task", Words.class, 1).at(change);
    }

    @Override
    public String toString() {
        return "TaskChange[" + id + "]";
    }
}
