package org.candour.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Signed checkpoints outside the database, one text a size, never written twice, and cosigned ones beside them. If the place
 * fails, an alarm is up until it works again, and nothing else stops: the same checkpoint is tried again.
 */
final class OutsideCheckpoints {
    private static final String NUMBER = "%020d";
    private static final int REMEMBERED = 64;

    private final WriteOnce place;
    private final Alarms alarms;
    /** The last names that are certainly kept, so that an idle log asks the place for nothing. */
    private final Set<String> kept = new HashSet<>();

    /** A checkpoint by the size that it is filed under. */
    record Filed(long size, String note) {}

    OutsideCheckpoints(WriteOnce place, Alarms alarms) {
        this.place = place;
        this.alarms = alarms;
    }

    void keep(long size, String note) {
        keep(String.format(NUMBER, size), note);
    }

    /** @param witness tells the witnesses of one size apart: the id of its key */
    void keepCosigned(long size, String witness, String note) {
        keep("cosigned/" + String.format(NUMBER, size) + "." + witness, note);
    }

    private synchronized void keep(String name, String note) {
        if (kept.contains(name)) {
            return;
        }
        try {
            place.put(name, note);
            if (kept.size() == REMEMBERED) {
                kept.clear();
            }
            kept.add(name);
            alarms.clear(Alarm.CHECKPOINT_STORE);
        } catch (IOException | RuntimeException e) {
            failed("A checkpoint could not be kept outside the database", e);
        }
    }

    private void failed(String words, Exception cause) {
        alarms.raise(Alarm.CHECKPOINT_STORE, words + ": " + cause.getClass().getSimpleName());
    }

    /**
     * The checkpoint of the largest size.
     *
     * @throws IOException if the place does not answer; the alarm is up then
     */
    Optional<String> last() throws IOException {
        try {
            var number = place.lastNumber();
            return number.isPresent() ? place.get(number.get()) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            failed("The checkpoints outside the database cannot be read", e);
            throw new IOException(e);
        }
    }

    /** At most {@code limit} checkpoints of more than {@code size} entries, in ascending order. */
    List<Filed> after(long size, int limit) throws IOException {
        var filed = new ArrayList<Filed>();
        try {
            for (var number : place.numbersAfter(size < 0 ? "" : String.format(NUMBER, size), limit)) {
                var note = place.get(number);
                if (note.isPresent()) {
                    filed.add(new Filed(Long.parseLong(number), note.get()));
                }
            }
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
        return filed;
    }
}
