package org.candour.custody;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a custodian sees of an order.
 *
 * @param group what is rotated; null for an erasure
 * @param object what is erased; null for a rotation
 * @param proposedBy pseudonym
 * @param approvedBy pseudonym; null before it is approved
 * @param retired the keys that are, or will be, retired; for an erasure, those that must be before it is final
 * @param successor the key that took over; null before it is made
 * @param rewrapped how much was wrapped anew; after a crash it may be counted too low, never too high
 * @param rejected how much could not be in the last pass, and holds the rotation up until a person has looked at it
 * @param certificate a statement of the ledger, checked with {@code verify statement}; null before the end
 */
public record OrderSummary(
        String id,
        @Nullable KeyGroup group,
        @Nullable UUID object,
        Stage stage,
        String proposedBy,
        Instant proposedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        List<String> retired,
        @Nullable String successor,
        long rewrapped,
        long rejected,
        @Nullable String certificate) {}
