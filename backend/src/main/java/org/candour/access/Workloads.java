package org.candour.access;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Counts what advocates have to do: three queries a page, however many advocates and cases there are. */
@Component
class Workloads {
    private static final String CASE_ACCESS = "case_access";

    private final MongoOperations mongo;
    private final Conflicts conflicts;
    private final Clock clock;

    Workloads(MongoOperations mongo, Conflicts conflicts, Clock clock) {
        this.mongo = mongo;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    List<Workload> page(Actor actor, LocalDate dueBefore, Optional<ActorId> before, int limit) {
        var advocates = advocates(before, limit);
        var ids = advocates.stream().map(Advocate::id).toList();
        var held = held(actor, ids, dueBefore);
        var waiting = waiting(actor, ids);
        return advocates.stream()
                .map(advocate -> advocate.with(
                        held.getOrDefault(advocate.id(), Count.NONE), waiting.getOrDefault(advocate.id(), Count.NONE)))
                .toList();
    }

    private List<Advocate> advocates(Optional<ActorId> before, int limit) {
        var criteria = where("roles").is(Role.ADVOCATE.name());
        before.ifPresent(id -> criteria.and("_id").gt(id.value()));
        var query = Query.query(criteria).with(Sort.by("_id")).limit(limit);
        query.fields().include("body");
        return mongo.query(StaffMember.class).as(Advocate.class).matching(query).all();
    }

    /** Two live grants on one case are one case. */
    private Map<String, Count> held(Actor actor, List<String> ids, LocalDate dueBefore) {
        var now = clock.instant();
        var live = where("grants.grantee")
                .in(ids)
                .and("grants.role")
                .is(Role.ADVOCATE.name())
                .and("grants.from")
                .lte(now)
                .and("grants.until")
                .gt(now);
        var isDue = new Document("$cond", List.of(new Document("$lt", List.of("$dueOn", dueBefore.toString())), 1, 0));
        return counts(
                Aggregation.match(all(where("grants.grantee").in(ids), conflicts.noneFor(actor))),
                Aggregation.unwind("grants"),
                Aggregation.match(live),
                step(
                        "$group",
                        new Document("_id", new Document("case", "$_id").append("person", "$grants.grantee"))
                                .append("dueOn", new Document("$first", "$facts.dueOn"))),
                step(
                        "$group",
                        new Document("_id", "$_id.person")
                                .append("cases", new Document("$sum", 1))
                                .append("due", new Document("$sum", isDue))));
    }

    private Map<String, Count> waiting(Actor actor, List<String> ids) {
        var open = where("assignments.advocate")
                .in(ids)
                .and("assignments.stage")
                .is(AssignmentStage.PROPOSED.name())
                .and("assignments.answerBy")
                .gt(clock.instant());
        return counts(
                Aggregation.match(all(where("assignments.advocate").in(ids), conflicts.noneFor(actor))),
                Aggregation.unwind("assignments"),
                Aggregation.match(open),
                step("$group", new Document("_id", "$assignments.advocate").append("cases", new Document("$sum", 1))));
    }

    private Map<String, Count> counts(AggregationOperation... steps) {
        return mongo
                .aggregate(Aggregation.newAggregation(steps), CASE_ACCESS, Document.class)
                .getMappedResults()
                .stream()
                .map(Count::of)
                .collect(Collectors.toMap(Count::person, Function.identity()));
    }

    private static Criteria all(Criteria... criteria) {
        return new Criteria().andOperator(criteria);
    }

    private static AggregationOperation step(String name, Document what) {
        return context -> new Document(name, what);
    }

    private record Advocate(String id, @Nullable String body) {
        Workload with(Count held, Count waiting) {
            return new Workload(
                    id, Objects.requireNonNullElse(body, "UNKNOWN"), held.cases(), held.due(), waiting.cases());
        }
    }

    private record Count(String person, int cases, int due) {
        static final Count NONE = new Count("", 0, 0);

        static Count of(Document found) {
            return new Count(found.getString("_id"), number(found, "cases"), number(found, "due"));
        }

        private static int number(Document found, String field) {
            return found.get(field) instanceof Number number ? number.intValue() : 0;
        }
    }
}
