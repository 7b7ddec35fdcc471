package org.candour.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The lists of cases. Grant, conflict rule, filters and order are one query, so that what somebody may not see is not even
 * counted, and a page is full unless it is the last.
 */
@Component
public class CaseLists {
    private final MongoOperations mongo;
    private final Conflicts conflicts;
    private final Clock clock;

    CaseLists(MongoOperations mongo, Conflicts conflicts, Clock clock) {
        this.mongo = mongo;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    /** The cases on which the actor holds a live grant and no conflict of theirs stands. */
    public CasePage grantedTo(Actor actor, CaseQuery query) {
        var now = clock.instant();
        var live = where("grants")
                .elemMatch(where("grantee")
                        .is(actor.id().value())
                        .and("role")
                        .in(actor.roles())
                        .and("from")
                        .lte(now)
                        .and("until")
                        .gt(now));
        return page(query, live, conflicts.noneFor(actor));
    }

    /** The cases in which no conflict of the actor stands. */
    public CasePage withoutConflict(Actor actor, CaseQuery query) {
        return page(query, conflicts.noneFor(actor));
    }

    /**
     * What waits for the actor's answer and no conflict of theirs stands in, newest case first, all older than {@code before}.
     * No case has two questions to the same advocate.
     */
    List<WaitingCase> waitingFor(Actor actor, Optional<CaseId> before, int limit) {
        var now = clock.instant();
        var asked = where("assignments")
                .elemMatch(where("advocate")
                        .is(actor.id().value())
                        .and("stage")
                        .is(AssignmentStage.PROPOSED)
                        .and("answerBy")
                        .gt(now));
        var older = before.map(id -> where("_id").lt(id.value())).orElseGet(Criteria::new);
        var query = Query.query(new Criteria().andOperator(asked, conflicts.noneFor(actor), older))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(limit);
        query.fields().include("facts", "assignments");
        return mongo.query(CaseAccess.class).as(Asked.class).matching(query).all().stream()
                .flatMap(found -> found.to(actor, now))
                .toList();
    }

    private record Asked(UUID id, @Nullable Facts facts, List<Assignment> assignments) {
        Stream<WaitingCase> to(Actor actor, Instant now) {
            var reference = facts == null ? null : facts.reference();
            return assignments.stream()
                    .filter(one -> one.isTo(actor.id()) && one.isWaiting(now))
                    .map(one -> WaitingCase.of(id, reference, one));
        }
    }

    private CasePage page(CaseQuery query, Criteria... visible) {
        var found =
                Query.query(query.among(List.of(visible))).with(query.sort()).limit(query.size() + 1);
        found.fields().include("facts");
        var oneMore = mongo.query(CaseAccess.class).as(Line.class).matching(found).all().stream()
                .map(Line::shown)
                .toList();
        return CasePage.of(oneMore, query);
    }

    /** What a list needs; grants and tokens are not even loaded. */
    private record Line(UUID id, Facts facts) {
        CaseLine shown() {
            return new CaseLine(
                    new CaseId(id),
                    Objects.requireNonNull(facts.reference()),
                    Objects.requireNonNull(facts.status()),
                    Objects.requireNonNull(facts.since()),
                    facts.nextDueOn(),
                    facts.changedAt());
        }
    }
}
