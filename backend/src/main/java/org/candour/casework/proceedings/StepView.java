package org.candour.casework.proceedings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on a track, opened.
 *
 * @param outcome the outcome it brought; {@link Code#UNKNOWN} if it says that nobody knows, null if it is none
 * @param corrects the step whose place it takes
 * @param isCorrected whether another has taken its place
 * @param victim what the victim says of it
 * @param review whether they may ask for a review
 * @param recordedBy pseudonym of whoever told it
 */
public record StepView(
        UUID id,
        Track track,
        Step step,
        List<UUID> allegations,
        TrackFacts facts,
        TrackWords words,
        @Nullable Code outcome,
        @Nullable UUID corrects,
        boolean isCorrected,
        @Nullable VictimSays victim,
        @Nullable ReviewRight review,
        Instant recordedAt,
        String recordedBy) {
    @Override
    public String toString() {
        return "StepView[hidden]";
    }
}
