package org.candour.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ForwardClockTests {
    private static final Instant START = Instant.parse("2026-11-22T10:15:30.123Z");

    @TempDir
    Path directory;

    /** Shows these times one after the other, and then the last for ever. */
    private static Clock showing(int... seconds) {
        Deque<Instant> left = new ArrayDeque<>();
        for (int second : seconds) {
            left.add(START.plusSeconds(second));
        }
        return new Clock() {
            @Override
            public synchronized Instant instant() {
                return left.size() > 1 ? left.remove() : left.element();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    @Test
    void clockThatWasSetBackStandsStillUntilItHasCaughtUp(CapturedOutput output) {
        var clock = new ForwardClock(showing(0, 10, -3600, -3599, 11));

        var shown = List.of(clock.instant(), clock.instant(), clock.instant(), clock.instant(), clock.instant());

        assertThat(shown).map(at -> Duration.between(START, at).toSeconds()).containsExactly(0L, 10L, 10L, 10L, 11L);
        assertThat(output).containsOnlyOnce("The machine's clock was set back");
    }

    @Test
    void entriesAndCheckpointsAfterAStepBackAreNotEarlier() {
        try (var store = new TestStore();
                var parts =
                        LedgerParts.start(TestLedgers.settings(directory), store.store, showing(0, 5, 9, -86_400))) {
            var ledger = new Ledger(parts);
            for (int i = 0; i < 6; i++) {
                ledger.append(TestEntries.refused());
                assertThat(ledger.proof(i)).isPresent();
            }

            assertThat(ledger.entries(0, 10)).map(Recorded::at).isSorted();
        }
    }
}
