package org.candour.disclosure;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure as lists show it: enough to decide by, and nothing of what it says.
 *
 * @param recipient the body it is for
 * @param expiresAt from when on it cannot be read; missing until it is released
 * @param redactions how many stretches are taken out, by category
 * @param awaitingReview how many of them a person has still to look at
 */
public record DisclosureSummary(
        UUID id,
        UUID caseId,
        String recipient,
        Stage stage,
        Instant preparedAt,
        @Nullable Instant expiresAt,
        Map<String, Integer> redactions,
        int awaitingReview,
        boolean isApproved,
        long version) {}
