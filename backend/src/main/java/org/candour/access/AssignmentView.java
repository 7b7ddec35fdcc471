package org.candour.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An assignment as the case's team and the commissioner see it: pseudonyms, codes and dates.
 *
 * @param holder the advocate from whom the case comes; null for a first assignment
 * @param answerBy the first instant at which it is too late to accept
 * @param holderLeavesAt when the holder's access ends after a handover; null for any other kind
 * @param moves each stage it reached, oldest first
 */
public record AssignmentView(
        UUID id,
        AssignmentKind kind,
        String advocate,
        String body,
        @Nullable String holder,
        AssignmentStage stage,
        Instant from,
        Instant until,
        Instant answerBy,
        @Nullable Instant holderLeavesAt,
        List<AssignmentMove> moves) {}
