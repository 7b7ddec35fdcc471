package org.candour.ledger;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares all aggregates with what the ledger says of them, a page at each tick, round after round: what nobody opens is found
 * too, and so is what is gone from a list. The alarm that {@link Aggregates} raises is over after a round that finds nothing.
 */
@Component
class FreshnessSweep {
    static final int PAGE = 100;

    private static final Logger LOG = LoggerFactory.getLogger(FreshnessSweep.class);

    private final MongoTemplate mongo;
    private final Aggregates aggregates;
    private final Deque<Runnable> steps = new ArrayDeque<>();
    private long compared;
    private long stale;
    private long findingsBefore;

    FreshnessSweep(MongoTemplate mongo, Aggregates aggregates) {
        this.mongo = mongo;
        this.aggregates = aggregates;
    }

    /** Takes the next page; at the end of a round, the next begins. */
    @Scheduled(fixedDelayString = "${candour.ledger.sweep-pause:PT0.5S}")
    synchronized void tick() {
        try {
            if (steps.isEmpty()) {
                beginRound();
            }
            steps.getFirst().run();
            steps.removeFirst();
            if (steps.isEmpty()) {
                endRound();
            }
        } catch (DataAccessException | LedgerUnavailable partIsDown) {
            LOG.debug("The comparison with the ledger waits: a part does not answer", partIsDown);
        }
    }

    /** Whether the next tick begins a round. */
    synchronized boolean isRoundOver() {
        return steps.isEmpty();
    }

    private void beginRound() {
        compared = 0;
        stale = 0;
        findingsBefore = aggregates.findings();
        for (var entity : mongo.getConverter().getMappingContext().getPersistentEntities()) {
            if (entity.hasVersionProperty()) {
                steps.add(() -> comparePage(entity.getType(), null));
                steps.add(() -> findMissing(entity.getType()));
            }
        }
    }

    private void endRound() {
        LOG.debug("{} aggregates compared with the ledger, {} are not as it says", compared, stale);
        if (stale == 0) {
            aggregates.allIsRight(findingsBefore);
        }
    }

    /** What is stored. */
    private void comparePage(Class<?> type, @Nullable Object after) {
        var query = new Query().with(Sort.by("_id")).limit(PAGE);
        if (after != null) {
            query.addCriteria(where("_id").gt(after));
        }
        var page = mongo.find(query, Document.class, mongo.getCollectionName(type));
        page.stream()
                .filter(document -> !aggregates.isCurrent(type, document))
                .map(document -> Objects.requireNonNull(document.get("_id")))
                .forEach(id -> lookAgain(type, id));
        compared += page.size();
        if (page.size() == PAGE) {
            next(() -> comparePage(type, page.get(PAGE - 1).get("_id")));
        }
    }

    /** What should be stored. */
    private void findMissing(Class<?> type) {
        var ids = aggregates.idsOf(type);
        for (int from = 0; from < ids.size(); from += PAGE) {
            var page = ids.subList(from, Math.min(from + PAGE, ids.size()));
            next(() -> findMissing(type, page));
        }
    }

    private void findMissing(Class<?> type, List<String> known) {
        var isUuid = mongo.getConverter()
                        .getMappingContext()
                        .getRequiredPersistentEntity(type)
                        .getRequiredIdProperty()
                        .getType()
                == UUID.class;
        var ids = known.stream().map(id -> isUuid ? UUID.fromString(id) : id).toList();
        var query = Query.query(where("_id").in(ids));
        query.fields().include("_id");
        var there = mongo.find(query, Document.class, mongo.getCollectionName(type)).stream()
                .map(document -> document.get("_id"))
                .collect(Collectors.toSet());
        ids.stream().filter(id -> !there.contains(id)).forEach(id -> lookAgain(type, id));
    }

    /** Whoever looked may have been overtaken by a write: the loading itself decides, and alarms. */
    private void lookAgain(Class<?> type, Object id) {
        try {
            var unused = aggregates.find(type, id);
        } catch (StaleAggregate told) {
            stale++;
        }
    }

    /** Before what is left of the round, and after the step that is under way. */
    private void next(Runnable step) {
        var current = steps.removeFirst();
        steps.addFirst(step);
        steps.addFirst(current);
    }
}
