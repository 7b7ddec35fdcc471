package org.candour.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * The few facts of a case that lists filter and sort by: codes and dates, nothing of what it says. They stand beside who may
 * come near the case, so that one query answers both.
 *
 * @param reference what people call the case; null until its file is open, and until then no list shows it
 * @param status the code of where it stands; null until its file is open
 * @param since when it reached that status
 * @param fileVersion the version of the case file that said so, from 0; -1 while there is none
 * @param dueOn the next day on which something is due, as ISO 8601 writes it, or {@value #NOTHING_DUE}, which sorts behind all
 *     days. It is the earliest of {@code due}, if there is one, whatever is handed in
 * @param due the next day of each part of the casework that has one
 * @param changedAt when something of the case last changed, to the millisecond
 */
@TypeAlias("facts")
public record Facts(
        @Nullable String reference,
        @Nullable String status,
        @Nullable Instant since,
        long fileVersion,
        String dueOn,
        Map<String, String> due,
        Instant changedAt) {
    static final String NOTHING_DUE = "none";

    /** What is known before the case file is open. */
    public static final Facts NONE = new Facts(null, null, null, -1, NOTHING_DUE, Map.of(), Instant.EPOCH);

    /** Keeps a copy, and finds the earliest day; where no part has said any, what is stored stands. */
    @SuppressWarnings("NullAway") // null where it was stored before parts had days of their own
    public Facts {
        due = due == null ? Map.of() : Map.copyOf(due);
        dueOn = due.values().stream().min(Comparator.naturalOrder()).orElse(dueOn);
    }

    /** The same, with what a version of the case file says; itself if it knows of that version, or of a later one. */
    public Facts inFile(String ofCase, String newStatus, Instant reached, long version, Instant at) {
        return version <= fileVersion ? this : new Facts(ofCase, newStatus, reached, version, dueOn, due, later(at));
    }

    /**
     * The same, with another next day on which something of one part is due; itself if it is that day already.
     *
     * @param part any name without a full stop; each part has its own
     */
    public Facts due(String part, Optional<LocalDate> day, Instant at) {
        if (dueOf(part).equals(day)) {
            return this;
        }
        var days = new TreeMap<>(due);
        days.remove(part);
        day.ifPresent(known -> days.put(part, known.toString()));
        return new Facts(reference, status, since, fileVersion, NOTHING_DUE, days, later(at));
    }

    /** The next day on which something of one part is due. */
    public Optional<LocalDate> dueOf(String part) {
        return Optional.ofNullable(due.get(part)).map(LocalDate::parse);
    }

    /** The next day on which something is due; empty if nothing is, as far as anybody has said. */
    public Optional<LocalDate> nextDueOn() {
        return dueOn.equals(NOTHING_DUE) ? Optional.empty() : Optional.of(LocalDate.parse(dueOn));
    }

    private Instant later(Instant at) {
        var toTheMillisecond = at.truncatedTo(ChronoUnit.MILLIS);
        return toTheMillisecond.isAfter(changedAt) ? toTheMillisecond : changedAt;
    }
}
