package org.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.candour.ledger.proof.Tree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgesTests {
    private static final Duration LONG = Duration.ofMinutes(6);

    @TempDir
    Path directory;

    private final Alarms alarms = new Alarms();
    private final HandClock clock = new HandClock();
    private TestStore store;
    private Checkpoints checkpoints;
    private Tree tree = Tree.empty();

    /** Goes on when a test says so. */
    private static final class HandClock extends Clock {
        private Instant now = TestLedgers.CLOCK.instant();

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void start() {
        store = new TestStore();
        var settings = TestLedgers.settings(directory);
        checkpoints = new Checkpoints(
                new LogKey(settings, store.store).prepare(),
                store.store,
                new TileShelf(store.store),
                TestLedgers.outside(settings.checkpointDirectory()),
                clock);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private Ages ages(WatchSettings settings) {
        return new Ages(
                checkpoints,
                store.store,
                signed -> store.store.cosignatures(signed.size()).size(),
                alarms,
                clock,
                settings);
    }

    private static WatchSettings witnessed() {
        var witness = new WatchSettings.WitnessSettings(URI.create("http://127.0.0.1:1"), List.of("key"));
        return new WatchSettings(
                null, null, List.of(witness), Duration.ZERO, 0, Duration.ofMinutes(5), Duration.ofHours(1), null, true);
    }

    private void append() throws IndexTaken {
        var pending = TestBatches.pending();
        store.store.append(List.of(pending.at(tree.size())));
        tree = tree.plus(List.of(pending.leafHash()));
    }

    private void sign() {
        checkpoints.sign(checkpoints.newest(), tree);
    }

    @Test
    void entriesThatWaitTooLongForASignatureAlarmUntilItComes() throws IndexTaken {
        var ages = ages(WatchSettings.none());
        append();
        ages.look();
        assertThat(alarms.raised()).isEmpty();

        clock.pass(LONG);
        ages.look();
        assertThat(alarms.raised()).containsOnlyKeys(Alarm.CHECKPOINT_AGE);

        sign();
        ages.look();
        assertThat(alarms.raised()).isEmpty();
    }

    @Test
    void busyLogThatIsSignedAgainAndAgainIsNotOverdue() throws IndexTaken {
        var ages = ages(WatchSettings.none());
        for (int i = 0; i < 5; i++) {
            append();
            sign();
            append();
            clock.pass(Duration.ofMinutes(4));
            ages.look();
        }

        assertThat(alarms.raised()).isEmpty();
    }

    @Test
    void idleLogIsNotOverdue() throws IndexTaken {
        var ages = ages(WatchSettings.none());
        append();
        sign();
        ages.look();

        clock.pass(Duration.ofDays(3));
        ages.look();

        assertThat(alarms.raised()).isEmpty();
    }

    @Test
    void storeThatDoesNotAnswerForTooLongAlarms() {
        var ages = ages(WatchSettings.none());
        store.stop();
        ages.look();
        clock.pass(LONG);

        ages.look();

        assertThat(alarms.raised()).containsOnlyKeys(Alarm.CHECKPOINT_AGE);
    }

    @Test
    void checkpointsThatNobodyCosignsAlarmUntilOneIs() throws IndexTaken {
        var ages = ages(witnessed());
        for (int i = 0; i < 3; i++) {
            append();
            sign();
            ages.look();
            clock.pass(Duration.ofMinutes(3));
        }
        ages.look();
        assertThat(alarms.raised()).containsOnlyKeys(Alarm.COSIGNATURE_AGE);

        store.store.putCosignature(tree.size(), "witness.example/w", "lines");
        ages.look();
        assertThat(alarms.raised()).isEmpty();
    }

    @Test
    void checkpointWithoutItsSecondSignatureAlarms() throws IndexTaken {
        append();
        sign();
        var note = store.store.checkpoint(1).orElseThrow();
        store.mongo.getCollection("ledger_checkpoints").drop();
        store.store.putCheckpoint(1, note.substring(0, note.lastIndexOf("— ")));
        checkpoints = new Checkpoints(
                new LogKey(TestLedgers.settings(directory), store.store),
                store.store,
                new TileShelf(store.store),
                TestLedgers.outside(directory.resolve("elsewhere")),
                clock);

        ages(WatchSettings.none()).look();

        assertThat(alarms.raised()).containsOnlyKeys(Alarm.SECOND_KEY_MISSING);
    }
}
