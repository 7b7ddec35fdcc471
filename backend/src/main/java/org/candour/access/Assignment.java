package org.candour.access;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * One advocate's way to a case, from the question to its end. It lies in {@link CaseAccess}, beside the grants: an acceptance
 * gives one grant and may end another, and all of that must be one write, or a crash would leave two holders or none.
 *
 * @param advocate whom it asks
 * @param body the organisation they act for, as they last signed on
 * @param holder the advocate from whom the case comes; null for a first assignment
 * @param from the first instant at which access is meant to hold
 * @param until the first instant at which it does not
 * @param answerBy the first instant at which it is too late to accept
 * @param holderLeavesAt when the holder's access ends after a handover; null for any other kind
 * @param stage where it stood at its last move; {@link #stage(Instant)} says where it stands
 * @param moves all its moves, oldest first; the first is the proposal
 */
@TypeAlias("assignment")
record Assignment(
        UUID id,
        AssignmentKind kind,
        String advocate,
        String body,
        @Nullable String holder,
        Instant from,
        Instant until,
        Instant answerBy,
        @Nullable Instant holderLeavesAt,
        AssignmentStage stage,
        List<AssignmentMove> moves) {
    Assignment {
        moves = List.copyOf(moves);
        until = until.truncatedTo(ChronoUnit.MILLIS); // as it is stored, so that what is sent again is the same
    }

    /** A new proposal. */
    static Assignment proposed(Proposal proposal, Actor advocate, Instant answerBy, Actor by, Instant now) {
        var asked = new AssignmentMove(AssignmentStage.PROPOSED, now, by.id().value(), proposal.reason());
        return new Assignment(
                AssignmentId.next().value(),
                proposal.kind(),
                advocate.id().value(),
                advocate.body().map(BodyId::value).orElseThrow(),
                proposal.holder().map(ActorId::value).orElse(null),
                proposal.from().filter(now::isBefore).orElse(now),
                proposal.until(),
                answerBy.isBefore(proposal.until()) ? answerBy : proposal.until(),
                proposal.holderLeavesAt().orElse(null),
                AssignmentStage.PROPOSED,
                List.of(asked));
    }

    /** Where it stands at this moment: time alone moves it to {@link AssignmentStage#EXPIRED}. */
    AssignmentStage stage(Instant now) {
        return switch (stage) {
            case PROPOSED -> now.isBefore(answerBy) ? stage : AssignmentStage.EXPIRED;
            case ACCEPTED -> now.isBefore(until) ? stage : AssignmentStage.EXPIRED;
            case DECLINED, WITHDRAWN, EXPIRED, ENDED -> stage;
        };
    }

    /**
     * The same, one stage further.
     *
     * @throws AssignmentConflict if the table has no such move
     */
    Assignment moveTo(AssignmentStage next, Instant now, ActorId by, @Nullable AssignmentReason reason) {
        var current = stage(now);
        if (!current.next().contains(next)) {
            throw new AssignmentConflict(current, next);
        }
        var move = new AssignmentMove(next, now, by.value(), reason);
        var more = Stream.concat(moves.stream(), Stream.of(move)).toList();
        return new Assignment(id, kind, advocate, body, holder, from, until, answerBy, holderLeavesAt, next, more);
    }

    /** The same, with a term that ends no later than {@code end}. */
    Assignment until(Instant end) {
        return end.isBefore(until)
                ? new Assignment(id, kind, advocate, body, holder, from, end, answerBy, holderLeavesAt, stage, moves)
                : this;
    }

    /** Whether the advocate may look at it and answer: it waits for them, or they have accepted it. */
    boolean concerns(ActorId actor, Instant now) {
        var at = stage(now);
        return isTo(actor) && (at == AssignmentStage.PROPOSED || at == AssignmentStage.ACCEPTED);
    }

    boolean isTo(ActorId actor) {
        return advocate.equals(actor.value());
    }

    boolean isFrom(String person) {
        return person.equals(holder);
    }

    boolean isAccepted(Instant now) {
        return stage(now) == AssignmentStage.ACCEPTED;
    }

    boolean isWaiting(Instant now) {
        return stage(now) == AssignmentStage.PROPOSED;
    }

    /** Whether it asks what another proposal of the same person asked: a request that was sent again. */
    boolean asksTheSameAs(Assignment other) {
        return kind == other.kind
                && advocate.equals(other.advocate)
                && Optional.ofNullable(holder).equals(Optional.ofNullable(other.holder))
                && until.equals(other.until)
                && moves.get(0).by().equals(other.moves.get(0).by());
    }

    AssignmentView view(Instant now) {
        return new AssignmentView(
                id, kind, advocate, body, holder, stage(now), from, until, answerBy, holderLeavesAt, moves);
    }
}
