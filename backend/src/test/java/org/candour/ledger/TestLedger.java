package org.candour.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A real ledger, for the tests of the rooms above, which cannot make one. */
public final class TestLedger implements AutoCloseable {
    private final LedgerParts parts;
    private final Ledger ledger;
    private long seen;

    public TestLedger(Path directory, MongoTemplate mongo, Clock clock) {
        parts = LedgerParts.start(TestLedgers.settings(directory), new MongoLedgerStore(mongo), clock);
        ledger = new Ledger(parts);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** What was recorded since this was last asked. */
    public List<Recorded> fresh() {
        var fresh = ledger.entries(seen, Ledger.MAX_PAGE);
        seen += fresh.size();
        return fresh;
    }

    @Override
    public void close() {
        parts.close();
    }
}
