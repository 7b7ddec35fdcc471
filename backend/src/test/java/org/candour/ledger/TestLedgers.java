package org.candour.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Settings and parts for tests. */
final class TestLedgers {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:15:30.123Z"), ZoneOffset.UTC);

    private TestLedgers() {}

    static LedgerSettings settings(Path directory) {
        return settings(directory, "a passphrase for tests", 4_096, Duration.ofSeconds(20));
    }

    /** The clockwork signs at the start and then not for an hour: a test signs when it wants to. */
    static LedgerSettings settings(Path directory, String passphrase, int queue, Duration maxWait) {
        return new LedgerSettings(
                "candour.example/ledger",
                directory.resolve("ledger-key.pem"),
                passphrase,
                null,
                directory.resolve("checkpoints"),
                Duration.ofHours(1),
                maxWait,
                queue);
    }

    static OutsideCheckpoints outside(Path directory) {
        return new OutsideCheckpoints(new WriteOnceDirectory(directory), new Alarms());
    }

    /** Nobody is asked to cosign. */
    static Witnesses witnesses(LogKey key, LedgerStore store, Path directory) {
        return new Witnesses(List.of(), key, store, outside(directory), new Alarms(), Duration.ZERO);
    }

    static LedgerParts parts(Path directory, LedgerStore store) {
        return LedgerParts.start(settings(directory), store, CLOCK);
    }
}
