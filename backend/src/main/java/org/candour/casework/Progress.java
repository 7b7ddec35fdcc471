package org.candour.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.candour.casework.ownrecord.Participation;
import org.candour.casework.timers.Expectation;
import org.jspecify.annotations.Nullable;

/**
 * How a case goes, for the victim: no notes, no names.
 *
 * @param history each status it reached and when, oldest first
 * @param outlook what they can count on
 * @param nextCheckOn the day on which the case team said that it will look again; null if it has not said
 * @param participation whether the victim takes part, has paused or has withdrawn
 * @param expected what others owe the victim next, and what they may ask for, soonest first; nothing that was missed
 * @param advocates the organisations of their advocates
 * @param choices what they can do next
 */
public record Progress(
        String reference,
        Status status,
        Instant since,
        List<StatusChange> history,
        Outlook outlook,
        @Nullable LocalDate nextCheckOn,
        Participation participation,
        List<Expectation> expected,
        List<String> advocates,
        Set<Choice> choices) {
    @Override
    public String toString() {
        return "Progress[" + reference + "]";
    }
}
