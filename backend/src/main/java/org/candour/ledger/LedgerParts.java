package org.candour.ledger;

import java.time.Clock;

/** The parts behind the {@link Ledger}, started and stopped together. */
record LedgerParts(
        LedgerStore store, LogKey key, TransparencyLog log, Sequencer sequencer, Publisher publisher, Clock clock)
        implements AutoCloseable {
    /** @throws KeyRefused if the log may not be signed with the key that is configured */
    static LedgerParts start(LedgerSettings settings, LedgerStore store, Clock clock) {
        var key = new LogKey(settings, store).prepare();
        var shelf = new TileShelf(store);
        var checkpoints = new Checkpoints(key, store, shelf, new CheckpointDirectory(settings.checkpointDirectory()));
        var log = new TransparencyLog(store, shelf, checkpoints::inspect, settings.maxWait());
        var sequencer = new Sequencer(log, settings.queue(), settings.maxWait()).start();
        var publisher = new Publisher(log, checkpoints, settings.maxWait()).start(settings.checkpointEvery());
        return new LedgerParts(store, key, log, sequencer, publisher, clock);
    }

    @Override
    public void close() {
        publisher.close();
        sequencer.close();
    }
}
