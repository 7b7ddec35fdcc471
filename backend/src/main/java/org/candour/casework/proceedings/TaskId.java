package org.candour.casework.proceedings;

import java.util.UUID;

/**
 * A task.
 *
 * @param about the timer, the entry of a track or the allegation that it comes from
 */
public record TaskId(TaskKind kind, UUID about) {
    /**
     * Reads an id; for Spring's conversion of request parameters.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static TaskId of(String text) {
        var at = text.indexOf('.');
        if (at < 0) {
            throw new IllegalArgumentException("A task's id is its kind, a full stop and the id of what it is about");
        }
        return new TaskId(TaskKind.valueOf(text.substring(0, at)), UUID.fromString(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return kind + "." + about;
    }
}
