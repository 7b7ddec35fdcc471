package org.candour.casework.progress;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When the case team will look again, opened.
 *
 * @param isOverdue whether the day is past: a task for the case team, and no blame
 * @param setFor the organisation of whoever set it
 * @param words what they tell the victim; missing for nothing
 */
public record NextCheckView(
        LocalDate dueOn,
        boolean isOverdue,
        Instant setAt,
        @Nullable String setFor,
        @Nullable String words) {
    @Override
    public String toString() {
        return "NextCheckView[hidden]";
    }
}
