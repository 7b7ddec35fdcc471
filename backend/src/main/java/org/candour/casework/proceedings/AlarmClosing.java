package org.candour.casework.proceedings;

import java.time.Instant;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.springframework.data.annotation.TypeAlias;

/**
 * Somebody closed an alarm, and why. It counts until something new raises the alarm again.
 *
 * @param alarm its id
 */
@TypeAlias("alarm-closing")
record AlarmClosing(String id, String alarm, Sealed<Words> reason, Instant recordedAt, String recordedBy) {
    static Field<Words> reasonField(String closing) {
        return new Field<>(Compartment.WORK, "proceedings.alarm.closing", Words.class, 1).at(closing);
    }

    @Override
    public String toString() {
        return "AlarmClosing[" + id + "]";
    }
}
