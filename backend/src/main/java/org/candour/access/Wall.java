package org.candour.access;

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

    Wall(Conflicts conflicts) {
        this.conflicts = conflicts;
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
}
