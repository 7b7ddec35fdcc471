package org.candour.casework.timers;

import static org.candour.casework.timers.WorkingDays.LONDON;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that starts or ends clocks.
 *
 * @param id what the case calls it; the same happening starts no timer twice
 * @param at when; for a rule that runs from receipt, when it was received. Null: nobody knows when
 * @param agreedDays for {@link Trigger#CONTACT_MADE}: within how many days the next contact was agreed, if it was
 */
public record Happening(
        UUID id,
        Trigger trigger,
        @Nullable Instant at,
        @Nullable Integer agreedDays) {
    /** What happened at a known moment. */
    public static Happening at(UUID id, Trigger trigger, Instant at) {
        return new Happening(id, trigger, at, null);
    }

    /** What happened on a day in England and Wales, nobody says at what hour. */
    public static Happening on(UUID id, Trigger trigger, LocalDate day) {
        return at(id, trigger, day.atStartOfDay(LONDON).toInstant());
    }

    /** What happened, nobody knows when. */
    public static Happening atUnknownTime(UUID id, Trigger trigger) {
        return new Happening(id, trigger, null, null);
    }

    /** A contact, after which the next is due within so many days, as agreed. */
    public static Happening contact(UUID id, Instant at, int agreedDays) {
        return new Happening(id, Trigger.CONTACT_MADE, at, agreedDays);
    }

    Optional<Instant> when() {
        return Optional.ofNullable(at);
    }

    OptionalInt agreed() {
        return agreedDays == null ? OptionalInt.empty() : OptionalInt.of(agreedDays);
    }
}
