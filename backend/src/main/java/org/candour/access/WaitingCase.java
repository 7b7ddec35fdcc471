package org.candour.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case that an advocate is asked to take, before they have answered: what it is called, and dates.
 *
 * @param reference what people call the case; null until its file is open
 * @param assignmentId by which the answer is given
 * @param answerBy the first instant at which it is too late to accept
 */
public record WaitingCase(
        UUID caseId,
        @Nullable String reference,
        UUID assignmentId,
        AssignmentKind kind,
        @Nullable AssignmentReason reason,
        Instant proposedAt,
        Instant answerBy,
        Instant from,
        Instant until) {
    static WaitingCase of(UUID caseId, @Nullable String reference, Assignment asked) {
        var proposed = asked.moves().get(0);
        return new WaitingCase(
                caseId,
                reference,
                asked.id(),
                asked.kind(),
                proposed.reason(),
                proposed.at(),
                asked.answerBy(),
                asked.from(),
                asked.until());
    }
}
