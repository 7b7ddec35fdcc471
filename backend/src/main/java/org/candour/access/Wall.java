package org.candour.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.stereotype.Component;

/**
 * The conflict rule as part of another room's query: things that hang on a case are left out where a conflict of the actor
 * stands in that case, by the store and before anything is counted or cut to a page.
 */
@Component
public class Wall {
    private static final String JOINED = "wall";

    private final Conflicts conflicts;
    private final Clock clock;

    Wall(Conflicts conflicts, Clock clock) {
        this.conflicts = conflicts;
        this.clock = clock;
    }

    /**
     * The steps that leave out what hangs on a walled case, to be put behind the query's own filter and order and before its
     * limit.
     *
     * @param caseIdField the field in which the things of this query name their case
     */
    public List<AggregationOperation> hide(String caseIdField, Actor actor) {
        return List.of(
                Aggregation.lookup("case_access", caseIdField, "_id", JOINED),
                Aggregation.unwind(JOINED),
                Aggregation.match(conflicts.noneFor(actor, JOINED + ".")));
    }

    /** As {@link #hide}, and without what the victim does not agree, at this moment, that a body uses for a purpose. */
    public List<AggregationOperation> hideUnlessAgreed(
            String caseIdField, Actor actor, BodyId recipient, Purpose purpose) {
        var now = clock.instant();
        var holds = where("recipient.value")
                .is(recipient.value())
                .and("purpose")
                .is(purpose.name())
                .and("from")
                .lte(now)
                .and("until")
                .gt(now)
                .and("withdrawnAt")
                .is(null);
        var steps = new ArrayList<>(hide(caseIdField, actor));
        steps.add(Aggregation.match(where(JOINED + ".consents").elemMatch(holds)));
        return steps;
    }
}
