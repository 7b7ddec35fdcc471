package org.candour.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.candour.access.GrantRefused.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The people on one case: who is asked, who holds a grant. A value: each verb returns what it becomes, or throws and changes
 * nothing. {@link CaseAccess} holds it and writes it as one.
 */
record People(List<Assignment> assignments, List<Grant> grants) {
    /** More would make the document that every access reads a burden; a case that has seen so many needs a person's look. */
    static final int MOST_ASSIGNMENTS = 200;

    People {
        assignments = List.copyOf(assignments);
        grants = List.copyOf(grants);
    }

    /**
     * Asks an advocate. The same question again, while it waits, changes nothing.
     *
     * @throws GrantRefused if another question to them waits, or there have been too many
     */
    People propose(Assignment asked, Instant now) {
        var waiting = assignments.stream()
                .filter(one -> one.isWaiting(now) && one.advocate().equals(asked.advocate()))
                .findFirst();
        if (waiting.filter(asked::asksTheSameAs).isPresent()) {
            return this;
        }
        if (waiting.isPresent()) {
            throw new GrantRefused(Reason.WAITING);
        }
        if (assignments.size() == MOST_ASSIGNMENTS) {
            throw new GrantRefused(Reason.TOO_MANY);
        }
        var more = new ArrayList<>(assignments);
        more.add(asked);
        return new People(more, grants);
    }

    /**
     * The advocate says yes: they get the grant, and where the case is passed on, whoever held it loses theirs.
     *
     * @throws AssignmentConflict unless it waits for an answer
     * @throws GrantRefused if the one from whom the case comes holds it no longer
     */
    People accept(UUID id, Actor advocate, Instant now) {
        var asked = get(id);
        var accepted = asked.moveTo(AssignmentStage.ACCEPTED, now, advocate.id(), null);
        if (asked.holder() != null && !holds(asked.holder(), now)) {
            throw new GrantRefused(Reason.HOLDER);
        }
        var from = accepted.from().isAfter(now) ? accepted.from() : now;
        var grant = new Grant(
                accepted.advocate(),
                Role.ADVOCATE,
                from,
                accepted.until(),
                accepted.moves().get(0).by());
        var with = replaced(accepted).granted(grant);
        return asked.holder() == null || !asked.kind().endsHolder()
                ? with
                : with.without(asked.holder(), leaving(asked, now), advocate.id(), now);
    }

    private static Instant leaving(Assignment asked, Instant now) {
        var leavesAt = asked.holderLeavesAt();
        return leavesAt == null || leavesAt.isBefore(now) ? now : leavesAt;
    }

    /**
     * The advocate says no.
     *
     * @throws AssignmentConflict unless it waits for an answer
     */
    People decline(UUID id, Actor advocate, AssignmentReason reason, Instant now) {
        return replaced(get(id).moveTo(AssignmentStage.DECLINED, now, advocate.id(), reason));
    }

    /**
     * Whoever asked, or a commissioner, takes the question back.
     *
     * @throws AssignmentConflict unless it waits for an answer
     * @throws GrantRefused if the actor is neither
     */
    People withdraw(UUID id, Actor actor, AssignmentReason reason, Instant now) {
        var asked = get(id);
        if (!actor.has(Role.COMMISSIONER)
                && !asked.moves().get(0).by().equals(actor.id().value())) {
            throw new GrantRefused(Reason.NOT_YOURS);
        }
        return replaced(asked.moveTo(AssignmentStage.WITHDRAWN, now, actor.id(), reason));
    }

    /**
     * The advocate, or a commissioner, ends the access: with it everything that the advocate holds on this case, so that no
     * second grant, forgotten by all, stays behind.
     *
     * @throws AssignmentConflict unless it is accepted and its term not over
     * @throws GrantRefused if the actor is neither
     */
    People end(UUID id, Actor actor, AssignmentReason reason, Instant now) {
        var held = get(id);
        if (!actor.has(Role.COMMISSIONER) && !held.isTo(actor.id())) {
            throw new GrantRefused(Reason.NOT_YOURS);
        }
        var ended = held.moveTo(AssignmentStage.ENDED, now, actor.id(), reason);
        return replaced(ended).without(held.advocate(), now, actor.id(), now);
    }

    /** Ends all that somebody holds, from an instant on, and with it what they have proposed to pass on. */
    private People without(String person, Instant leavesAt, ActorId by, Instant now) {
        var isNow = !leavesAt.isAfter(now);
        var fewer = each(
                        one -> one.advocate().equals(person) && one.isAccepted(now),
                        one -> isNow ? one.moveTo(AssignmentStage.ENDED, now, by, null) : one.until(leavesAt))
                .each(
                        one -> isNow && one.isFrom(person) && one.isWaiting(now),
                        one -> one.moveTo(AssignmentStage.WITHDRAWN, now, by, null));
        var shorter = grants.stream()
                .map(grant -> grant.grantee().equals(person) ? grant.until(leavesAt) : grant)
                .toList();
        return new People(fewer.assignments, shorter);
    }

    /** Whether somebody holds a live grant as an advocate. */
    boolean holds(@Nullable String person, Instant now) {
        return grants.stream()
                .anyMatch(grant -> grant.grantee().equals(person)
                        && grant.role() == Role.ADVOCATE
                        && !now.isBefore(grant.from())
                        && now.isBefore(grant.until()));
    }

    /** Whether an assignment waits for the actor, or they have accepted one. */
    boolean concern(Actor actor, Instant now) {
        return assignments.stream().anyMatch(one -> one.concerns(actor.id(), now));
    }

    /** Whether the actor holds the case because it was referred to their organisation. */
    boolean isReferredTo(Actor actor, Instant now) {
        return assignments.stream()
                .anyMatch(one -> one.kind() == AssignmentKind.REFERRAL && one.isTo(actor.id()) && one.isAccepted(now));
    }

    /** The organisations of whoever holds the case by an accepted assignment. */
    List<String> bodies(Instant now) {
        return assignments.stream()
                .filter(one -> one.isAccepted(now))
                .map(Assignment::body)
                .distinct()
                .toList();
    }

    /** @throws NoSuchThing if there is none of this id on this case */
    Assignment get(UUID id) {
        return assignments.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NoSuchThing::new);
    }

    People granted(Grant grant) {
        var more = new ArrayList<>(grants);
        more.add(grant);
        return new People(assignments, more);
    }

    /** The same, with a grant ending now; itself if there is none like it. */
    People ending(Grant grant, Instant now) {
        return new People(
                assignments,
                grants.stream()
                        .map(one -> one.equals(grant) ? one.until(now) : one)
                        .toList());
    }

    private People replaced(Assignment moved) {
        return each(one -> one.id().equals(moved.id()), one -> moved);
    }

    private People each(Predicate<Assignment> which, UnaryOperator<Assignment> change) {
        return new People(
                assignments.stream()
                        .map(one -> which.test(one) ? change.apply(one) : one)
                        .toList(),
                grants);
    }
}
