package org.candour.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.candour.access.GrantRefused.Reason;

/**
 * What somebody proposes for a case.
 *
 * @param advocate who is asked
 * @param holder the advocate from whom the case comes; empty for a first assignment, and for that alone
 * @param from when access is meant to begin; empty for at once
 * @param until the first instant at which it no longer holds
 * @param holderLeavesAt when the holder's access ends; for a handover, and for that alone
 * @param reason why
 */
public record Proposal(
        AssignmentKind kind,
        ActorId advocate,
        Optional<ActorId> holder,
        Optional<Instant> from,
        Instant until,
        Optional<Instant> holderLeavesAt,
        AssignmentReason reason) {
    /**
     * Makes sure that it makes sense in itself.
     *
     * @throws GrantRefused if a term is over, empty or too long, or it says what its kind does not have
     */
    void requirePossible(Instant now, Duration longest) {
        var begins = from.filter(now::isBefore).orElse(now);
        if (!until.isAfter(begins) || until.isAfter(now.plus(longest))) {
            throw new GrantRefused(Reason.TERM);
        }
        if (holder.isPresent() != kind.hasHolder() || (kind.endsHolder() && from.isPresent())) {
            throw new GrantRefused(Reason.KIND);
        }
        if (holderLeavesAt.isPresent() != (kind == AssignmentKind.HANDOVER)
                || holderLeavesAt
                        .filter(leaves -> !leaves.isAfter(now) || !leaves.isBefore(until))
                        .isPresent()) {
            throw new GrantRefused(Reason.LEAVING);
        }
    }
}
