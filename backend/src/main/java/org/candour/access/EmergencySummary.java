package org.candour.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for emergency access, without its reason.
 *
 * @param requester the pseudonym of whoever asks
 * @param body the organisation they act for
 * @param minutes how long they ask for
 * @param decideBy the first instant at which it has lapsed
 * @param until the first instant at which the access no longer holds, as it was approved; absent unless it was
 * @param endedAt when the requester gave it up before that, or took the request back; absent unless they did
 */
public record EmergencySummary(
        UUID id,
        UUID caseId,
        String requester,
        String body,
        Instant askedAt,
        int minutes,
        Instant decideBy,
        EmergencyStage stage,
        @Nullable Instant until,
        @Nullable Instant endedAt) {
    @Override
    public String toString() {
        return "EmergencySummary[" + id + ", " + stage + "]";
    }
}
