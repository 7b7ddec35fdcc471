package org.candour.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
