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
 * @param until the first instant at which the access no longer holds; absent unless it is approved
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
        @Nullable Instant until) {
    @Override
    public String toString() {
        return "EmergencySummary[" + id + ", " + stage + "]";
    }
}
