package org.candour.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Raises an alarm when entries are not signed, or checkpoints not cosigned, for longer than allowed. For one thread. */
final class Ages {
    private final Checkpoints checkpoints;
    private final LedgerStore store;
    private final Alarms alarms;
    private final Clock clock;
    private final WatchSettings settings;
    private final ToIntFunction<Checkpoints.Signed> cosigners;
    private final Overdue unsigned = new Overdue();
    private final Overdue uncosigned = new Overdue();

    /** @param cosigners how many witnesses have cosigned a checkpoint */
    Ages(
            Checkpoints checkpoints,
            LedgerStore store,
            ToIntFunction<Checkpoints.Signed> cosigners,
            Alarms alarms,
            Clock clock,
            WatchSettings settings) {
        this.cosigners = cosigners;
        this.checkpoints = checkpoints;
        this.store = store;
        this.alarms = alarms;
        this.clock = clock;
        this.settings = settings;
    }

    /** How long something waits without any progress. */
    private final class Overdue {
        private long progress = -1;
        private @Nullable Instant since;

        boolean isOverdue(boolean isWaiting, long reached) {
            var now = clock.instant();
            if (!isWaiting || reached > progress || since == null) {
                progress = Math.max(progress, reached);
                since = now;
                return false;
            }
            return Duration.between(since, now).compareTo(settings.alarmAfter()) > 0;
        }
    }

    void look() {
        Optional<Checkpoints.Signed> newest = Optional.empty();
        boolean isWaiting = true; // and stays so if the store does not answer
        boolean isCosigned = settings.needed() == 0;
        try {
            newest = checkpoints.newest();
            long size = newest.map(Checkpoints.Signed::size).orElse(0L);
            isWaiting = !store.entries(size, 1).isEmpty();
            isCosigned |= newest.isEmpty() || cosigners.applyAsInt(newest.get()) >= settings.needed();
        } catch (LedgerUnavailable e) {
            isCosigned |= newest.isEmpty();
        }
        tell(newest, isWaiting, isCosigned);
    }

    private void tell(Optional<Checkpoints.Signed> newest, boolean isWaiting, boolean isCosigned) {
        long size = newest.map(Checkpoints.Signed::size).orElse(0L);
        turn(
                Alarm.CHECKPOINT_AGE,
                unsigned.isOverdue(isWaiting, size),
                "Entries after the first " + size + " are not signed, or the store does not answer, for longer than "
                        + settings.alarmAfter());
        turn(
                Alarm.COSIGNATURE_AGE,
                uncosigned.isOverdue(!isCosigned, isCosigned ? size : -1),
                "No checkpoint was cosigned as configured for longer than " + settings.alarmAfter());
        turn(
                Alarm.SECOND_KEY_MISSING,
                newest.filter(signed -> signed.at().isEmpty()).isPresent(),
                "The checkpoint of " + size + " entries lacks its second signature");
    }

    private void turn(Alarm alarm, boolean isUp, String words) {
        if (isUp) {
            alarms.raise(alarm, words);
        } else {
            alarms.clear(alarm);
        }
    }
}
