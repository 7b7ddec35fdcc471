package org.candour.ledger;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bson.Document;
import org.candour.ledger.States.Finding;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Loads aggregates, and makes sure that each is what the ledger last said of it. Whoever holds the database can put an older
 * copy back, change one or remove it; none of that is opened here. Writing needs no call: {@link RecordedWrites} sees each.
 *
 * <p>The comparison is with the log as far as this instance has read it, which is at least as far as its own last entry. So what
 * is loaded after an act was admitted is no older than any write that was acknowledged, by whichever instance, before that.
 */
@Component
public class Aggregates {
    private static final Logger LOG = LoggerFactory.getLogger(Aggregates.class);
    /** An honest writer may overtake a reader between reading and comparing; hardly so many times. */
    private static final int LOOKS = 5;
    /** What the present thread has yet to wait for, while it writes several together. */
    private static final ThreadLocal<@Nullable List<Runnable>> UNCONFIRMED = new ThreadLocal<>();

    private final MongoTemplate mongo;
    private final Ledger ledger;
    private final TransparencyLog log;
    private final Alarms alarms;
    private final Set<String> told = new HashSet<>();
    private long findings;

    Aggregates(MongoTemplate mongo, Ledger ledger, LedgerParts parts, Alarms alarms) {
        this.mongo = mongo;
        this.ledger = ledger;
        this.log = parts.log();
        this.alarms = alarms;
    }

    /**
     * The aggregate of this id, empty if there is none and never was.
     *
     * @throws StaleAggregate if it is not what the ledger last said of it, or is gone
     * @throws LedgerUnavailable if the ledger cannot be asked
     */
    public <T> Optional<T> find(Class<T> type, Object id) {
        var name = new AggregateName(mongo.getCollectionName(type), id.toString());
        var query = Query.query(where("_id").is(id));
        return load(type, () -> first(type, query), Optional.of(name));
    }

    /**
     * The first aggregate that a query finds, which says nothing about those it should have found.
     *
     * @throws StaleAggregate if it is not what the ledger last said of it
     * @throws LedgerUnavailable if the ledger cannot be asked
     */
    public <T> Optional<T> findFirst(Class<T> type, Query query) {
        return load(type, () -> first(type, query), Optional.empty());
    }

    /** Whether the ledger has confirmed a later state than this one, which was loaded earlier. */
    public boolean isOvertaken(Class<?> type, Object id, long version) {
        var confirmed = log.states()
                .of(new AggregateName(mongo.getCollectionName(type), id.toString()))
                .confirmed();
        return confirmed != null && confirmed.version() > version;
    }

    private <T> Optional<T> load(Class<T> type, Supplier<Optional<Document>> read, Optional<AggregateName> expected) {
        for (int look = 1; ; look++) {
            var document = read.get();
            var name = document.map(found -> name(type, found)).or(() -> expected);
            if (name.isEmpty()) {
                return Optional.empty();
            }
            var finding = compare(name.get(), document.map(found -> revision(type, found)));
            if (finding == Finding.CURRENT) {
                return document.map(found -> mongo.getConverter().read(type, found));
            }
            if (look == LOOKS) {
                alarm(name.get().collection() + " " + name.get().id() + " is " + finding);
                throw new StaleAggregate("What is stored is not what the ledger says");
            }
        }
    }

    private synchronized void alarm(String words) {
        findings++;
        if (told.add(words)) { // once, however often somebody or the sweep looks
            LOG.error("Not opened: {}", words);
        }
        alarms.raise(Alarm.STALE_AGGREGATE, words);
    }

    /** How often something was found that is not as the ledger says. */
    synchronized long findings() {
        return findings;
    }

    /** Compares, after reading on in the log if need be, and confirms what was written before a crash. */
    private Finding compare(AggregateName name, Optional<Revision> stored) {
        var finding = log.states().of(name).finding(stored);
        if (stored.isEmpty() || (finding != Finding.CURRENT && finding != Finding.WRITTEN)) {
            var unused = log.upToDate();
            finding = log.states().of(name).finding(stored);
        }
        if (finding == Finding.WRITTEN) {
            record(name, stored.orElseThrow(), Change.Phase.CONFIRMED);
            return Finding.CURRENT;
        }
        return finding;
    }

    /** Whether a stored document is, as far as this instance has read the ledger, what was last confirmed. */
    boolean isCurrent(Class<?> type, Document document) {
        return log.states().of(name(type, document)).finding(Optional.of(revision(type, document))) == Finding.CURRENT;
    }

    /** The aggregates that the ledger knows in the collection of a type, as of about now. */
    List<String> idsOf(Class<?> type) {
        var collection = mongo.getCollectionName(type);
        return log.states()
                .names()
                .filter(name -> name.collection().equals(collection))
                .map(AggregateName::id)
                .toList();
    }

    /**
     * After everything was compared and found to be right.
     *
     * @param before what {@link #findings} said when the comparison began: what somebody found meanwhile keeps the alarm up
     */
    synchronized void allIsRight(long before) {
        if (findings == before) {
            told.clear();
            alarms.clear(Alarm.STALE_AGGREGATE);
        }
    }

    private Optional<Document> first(Class<?> type, Query query) {
        return Optional.ofNullable(mongo.findOne(query, Document.class, mongo.getCollectionName(type)));
    }

    /**
     * Writes several aggregates one after the other and waits only at the end until all of them are confirmed, so that a
     * confirmation shares a group commit with the next announcement. Whoever is to be answered is answered after this. Within
     * another such call it adds to that one, which then does the waiting.
     *
     * @throws LedgerUnavailable also if a confirmation did not become durable; what was written heals when it is loaded
     */
    public void together(Runnable writes) {
        if (UNCONFIRMED.get() != null) {
            writes.run(); // part of a larger whole, which waits for these too
            return;
        }
        var waiting = new ArrayList<Runnable>();
        UNCONFIRMED.set(waiting);
        try {
            writes.run();
        } finally {
            UNCONFIRMED.remove();
        }
        waiting.forEach(Runnable::run);
    }

    /** Records a state that is about to be written, and waits. */
    void announce(Object entity, Document document) {
        record(name(entity.getClass(), document), revision(entity.getClass(), document), Change.Phase.ANNOUNCED);
    }

    /** Records a state that was written, and waits, unless {@link #together} does so later. */
    void confirm(Object entity, Document document) {
        var name = name(entity.getClass(), document);
        var change = Change.of(name, revision(entity.getClass(), document), Change.Phase.CONFIRMED);
        var durable = ledger.enqueue(Entry.of(change));
        var waiting = UNCONFIRMED.get();
        if (waiting == null) {
            durable.run();
        } else {
            waiting.add(durable);
        }
    }

    private void record(AggregateName name, Revision revision, Change.Phase phase) {
        var unused = ledger.append(Entry.of(Change.of(name, revision, phase)));
    }

    private AggregateName name(Class<?> type, Document document) {
        return new AggregateName(mongo.getCollectionName(type), String.valueOf(document.get("_id")));
    }

    private Revision revision(Class<?> type, Document document) {
        var entity = mongo.getConverter().getMappingContext().getRequiredPersistentEntity(type);
        if (!entity.hasVersionProperty()) {
            throw new IllegalStateException("An aggregate has a version: " + type);
        }
        var field = entity.getRequiredVersionProperty().getFieldName();
        return Revision.of(document, field, mongo.getMongoDatabaseFactory().getCodecRegistry());
    }
}
