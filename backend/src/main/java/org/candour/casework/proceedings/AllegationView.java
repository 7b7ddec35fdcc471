package org.candour.casework.proceedings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An allegation, opened.
 *
 * @param versions as told first, and each correction; the last one counts
 * @param grounds on which it must be referred to the IOPC, by its category and the last screening
 * @param tracks where each track stands for it
 */
public record AllegationView(
        UUID id,
        AllegationState state,
        List<VersionView> versions,
        List<Screening> screenings,
        Set<ScreeningQuestion> grounds,
        List<MoveView> moves,
        List<TrackStanding> tracks) {
    /**
     * An allegation as it was told once.
     *
     * @param recordedBy pseudonym of whoever told it
     */
    public record VersionView(AllegationFacts facts, AllegationWords words, Instant recordedAt, String recordedBy) {
        @Override
        public String toString() {
            return "VersionView[hidden]";
        }
    }

    /**
     * An allegation reached a state, and why.
     *
     * @param recordedBy pseudonym of whoever said so
     */
    public record MoveView(AllegationState to, String reason, Instant recordedAt, String recordedBy) {
        @Override
        public String toString() {
            return "MoveView[hidden]";
        }
    }

    /**
     * Where a track stands.
     *
     * @param next where it may go from here
     * @param outcome its last outcome; {@link Code#UNKNOWN} if nobody knows, or nobody has ever asked
     * @param review whether the victim may ask for a review of that outcome
     */
    public record TrackStanding(
            Track track,
            String state,
            List<String> next,
            Code outcome,
            @Nullable ReviewRight review) {
        static TrackStanding of(Track track, UUID allegation, TrackHistory history) {
            var state = history.state(track, allegation);
            var outcome = history.outcome(track, allegation);
            return new TrackStanding(
                    track,
                    state.name(),
                    state.next().stream().map(TrackState::name).sorted().toList(),
                    outcome.flatMap(entry -> Optional.ofNullable(entry.outcome()))
                            .orElse(Code.UNKNOWN),
                    outcome.map(TrackEntry::review).orElse(null));
        }
    }

    @Override
    public String toString() {
        return "AllegationView[hidden]";
    }
}
