package org.candour.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.data.mapping.callback.EntityCallbacks;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A real ledger, for the tests of the rooms above, which cannot make one. */
public final class TestLedger implements AutoCloseable {
    private final LedgerParts parts;
    private final Ledger ledger;
    private final Alarms alarms = new Alarms();
    private final Aggregates aggregates;
    private long seen;

    public TestLedger(Path directory, MongoTemplate mongo, Clock clock) {
        parts = LedgerParts.start(TestLedgers.settings(directory), new MongoLedgerStore(mongo), clock);
        ledger = new Ledger(parts);
        aggregates = new Aggregates(mongo, ledger, parts, alarms);
        var beans = new StaticListableBeanFactory(Map.of("aggregates", aggregates));
        mongo.setEntityCallbacks(EntityCallbacks.create(new RecordedWrites(beans.getBeanProvider(Aggregates.class))));
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Compares what is loaded with this ledger; the template it was made with records what is written. */
    public Aggregates aggregates() {
        return aggregates;
    }

    Alarms alarms() {
        return alarms;
    }

    /** The acts that were recorded since this was last asked. */
    public List<Recorded> fresh() {
        var fresh = ledger.entries(seen, Ledger.MAX_PAGE);
        seen += fresh.size();
        return fresh.stream()
                .filter(recorded -> recorded.entry().change().isEmpty())
                .toList();
    }

    @Override
    public void close() {
        parts.close();
    }
}
