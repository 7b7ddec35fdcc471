package org.candour.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
 * @param dueOn the next day on which something is due, as ISO 8601 writes it, or {@value #NOTHING_DUE}, which sorts behind all days
 * @param changedAt when something of the case last changed, to the millisecond
 */
@TypeAlias("facts")
public record Facts(
        @Nullable String reference,
        @Nullable String status,
        @Nullable Instant since,
        long fileVersion,
        String dueOn,
        Instant changedAt) {
    static final String NOTHING_DUE = "none";

    /** What is known before the case file is open. */
    static final Facts NONE = new Facts(null, null, null, -1, NOTHING_DUE, Instant.EPOCH);

    /** The same, with what a version of the case file says; itself if it knows of that version, or of a later one. */
    public Facts inFile(String ofCase, String newStatus, Instant reached, long version, Instant at) {
        return version <= fileVersion ? this : new Facts(ofCase, newStatus, reached, version, dueOn, later(at));
    }

    /** The same, with another next day on which something is due; itself if it is that day already. */
    public Facts due(Optional<LocalDate> nextDueOn, Instant at) {
        var next = nextDueOn.map(LocalDate::toString).orElse(NOTHING_DUE);
        return next.equals(dueOn) ? this : new Facts(reference, status, since, fileVersion, next, later(at));
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
