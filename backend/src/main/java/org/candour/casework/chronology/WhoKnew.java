package org.candour.casework.chronology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The question of the founding cases (DOMAIN 0.5): what did this body know on that day, by what had been recorded here at
 * that moment? Two times, and neither stands for the other.
 *
 * @param body its id, or {@code UNKNOWN} for those that nobody could name
 * @param on the day, at its end
 * @param asRecordedAt only what was recorded here by then counts
 */
record WhoKnew(String body, LocalDate on, Instant asRecordedAt) {
    /** An entry that stood then, and what it said of the body. */
    record Found(Entry entry, Optional<BodyKnew> statement, Knowledge answer) {
        @Override
        public String toString() {
            return "Found[hidden]";
        }
    }

    /** Each fact that stood at {@code asRecordedAt}, in the order they were recorded. */
    List<Found> in(List<Entry> entries) {
        var recorded =
                entries.stream().filter(entry -> isRecorded(entry.recordedAt())).toList();
        var superseded =
                recorded.stream().flatMap(entry -> entry.corrected().stream()).collect(Collectors.toSet());
        return recorded.stream()
                .filter(entry -> !superseded.contains(entry.id()))
                .map(this::found)
                .toList();
    }

    private Found found(Entry entry) {
        var statement = entry.knownBy().stream()
                .filter(known -> known.body().equals(body) && isRecorded(known.recordedAt()))
                .reduce((earlier, later) -> later.recordedAt().isBefore(earlier.recordedAt()) ? earlier : later);
        return new Found(entry, statement, answer(statement));
    }

    private Knowledge answer(Optional<BodyKnew> statement) {
        if (statement.isEmpty()) {
            return Knowledge.NOTHING_RECORDED;
        }
        return switch (statement.get().knownOn().by(on)) {
            case YES -> Knowledge.KNEW;
            case NO -> Knowledge.NOT_YET;
            case UNKNOWN -> Knowledge.UNKNOWN;
        };
    }

    private boolean isRecorded(Instant at) {
        return !at.isAfter(asRecordedAt);
    }

    @Override
    public String toString() {
        return "WhoKnew[hidden]";
    }
}
