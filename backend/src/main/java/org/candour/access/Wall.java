package org.candour.access;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.query.Criteria;
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
                Aggregation.match(conflicts.noneFor(actor, JOINED + ".")));
    }

    /** The same, and the steps that also leave out what hangs on a case whose victim does not agree to show it to a body now. */
    public List<AggregationOperation> hide(String caseIdField, Actor actor, BodyId recipient, Purpose purpose) {
        var now = clock.instant();
        var agreed = Criteria.where("recipient.value")
                .is(recipient.value())
                .and("purpose")
                .is(purpose)
                .and("from")
                .lte(now)
                .and("until")
                .gt(now)
                .and("withdrawnAt")
                .is(null);
        return Stream.concat(
                        hide(caseIdField, actor).stream(),
                        Stream.of(
                                Aggregation.unwind(JOINED),
                                Aggregation.match(
                                        Criteria.where(JOINED + ".consents").elemMatch(agreed))))
                .toList();
    }
}
