package org.candour.casework.due;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something is to be done.
 *
 * @param about what it comes from; the next time the same is to be done it is about another, so that a task that was put off or
 *     done stays so
 * @param dueOn the day, in England and Wales
 */
public record Due(DueKind kind, UUID about, LocalDate dueOn) {
    @Override
    public String toString() {
        return "Due[" + kind + "." + about + "]";
    }
}
