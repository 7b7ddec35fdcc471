package org.candour.ledger;

import java.time.Clock;
import org.candour.ledger.keys.KeyRefused;

/** The parts behind the {@link Ledger}, started and stopped together. */
record LedgerParts(
        LedgerStore store,
        LogKey key,
        TransparencyLog log,
        Sequencer sequencer,
        Publisher publisher,
        Witnesses witnesses,
        Monitor monitor,
        Clock clock)
        implements AutoCloseable {
    /** @throws KeyRefused if the log may not be signed with the key that is configured */
    static LedgerParts start(LedgerSettings settings, LedgerStore store, Clock clock) {
        return start(settings, WatchSettings.none(), store, clock, new Alarms());
    }

    /** @throws KeyRefused if the log may not be signed with the keys that are configured */
    static LedgerParts start(
            LedgerSettings settings, WatchSettings watch, LedgerStore store, Clock machine, Alarms alarms) {
        var clock = new ForwardClock(machine);
        var secondFile = watch.secondKeyFile() == null ? settings.besideKeyFile() : watch.secondKeyFile();
        var key = new LogKey(settings, store, secondFile).prepare();
        var shelf = new TileShelf(store);
        var outside = new OutsideCheckpoints(place(settings, watch, clock), alarms);
        var checkpoints = new Checkpoints(key, store, shelf, outside, clock);
        var log = new TransparencyLog(store, shelf, checkpoints::inspect, settings.maxWait());
        var clients = watch.witnesses().stream()
                .map(witness -> new WitnessClient(witness, shelf))
                .toList();
        var witnesses = new Witnesses(clients, key, store, outside, alarms, watch.witnessWait());
        var sequencer = new Sequencer(log, settings.queue(), settings.maxWait()).start();
        var publisher = new Publisher(log, checkpoints, witnesses, settings.maxWait());
        var ages = new Ages(checkpoints, store, witnesses::count, alarms, clock, watch);
        var monitor = new Monitor(store, outside, key, alarms, clock, ages);
        if (watch.signsCheckpoints()) {
            publisher.start(settings.checkpointEvery());
            monitor.start(watch.monitorEvery());
        }
        return new LedgerParts(store, key, log, sequencer, publisher, witnesses, monitor, clock);
    }

    private static WriteOnce place(LedgerSettings settings, WatchSettings watch, Clock clock) {
        var bucket = watch.checkpointStore();
        return bucket == null ? new WriteOnceDirectory(settings.checkpointDirectory()) : new S3Bucket(bucket, clock);
    }

    @Override
    public void close() {
        monitor.close();
        publisher.close();
        witnesses.close();
        sequencer.close();
    }
}
