package org.candour.casework.proceedings;

import java.time.Instant;
import java.time.LocalDate;
import org.candour.vault.Opening;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said when they put a task off, had done it, or closed an alarm, opened.
 *
 * @param about the id of the task or the alarm, also of one that is there no more
 * @param until the day on which a task that was put off is open again
 * @param recordedBy pseudonym of whoever said it
 */
public record Remark(
        String about, Did did, @Nullable LocalDate until, String words, Instant recordedAt, String recordedBy) {
    /** What they did. */
    public enum Did {
        SNOOZED,
        DONE,
        CLOSED
    }

    static Remark of(TaskChange change, Opening opening) {
        var words = opening.read(TaskChange.wordsField(change.id()), change.words());
        return new Remark(
                change.task(),
                change.to() == TaskState.DONE ? Did.DONE : Did.SNOOZED,
                change.until(),
                words.text(),
                change.recordedAt(),
                change.recordedBy());
    }

    static Remark of(AlarmClosing closing, Opening opening) {
        var reason = opening.read(AlarmClosing.reasonField(closing.id()), closing.reason());
        return new Remark(closing.alarm(), Did.CLOSED, null, reason.text(), closing.recordedAt(), closing.recordedBy());
    }

    @Override
    public String toString() {
        return "Remark[hidden]";
    }
}
