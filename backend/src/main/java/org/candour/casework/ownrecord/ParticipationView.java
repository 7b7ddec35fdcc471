package org.candour.casework.ownrecord;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the victim takes part.
 *
 * @param since since when; missing if they always did
 * @param history each change, oldest first
 */
public record ParticipationView(
        Participation participation, @Nullable Instant since, List<Change> history) {
    /** The victim said so. */
    public record Change(Participation to, Instant at) {}

    static ParticipationView of(OwnRecord ownRecord) {
        var history = ownRecord.participations().stream()
                .map(change -> new Change(change.to(), change.at()))
                .toList();
        var since = history.isEmpty() ? null : history.get(history.size() - 1).at();
        return new ParticipationView(ownRecord.participation(), since, history);
    }
}
