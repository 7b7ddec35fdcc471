package org.candour.casework.proceedings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Everything that happened on the tracks of a case, in the order it was told; a correction stands where its error stood. */
final class TrackHistory {
    private final List<TrackEntry> all;
    private final List<TrackEntry> counting;

    TrackHistory(List<TrackEntry> all) {
        this.all = List.copyOf(all);
        var inPlace = new ArrayList<TrackEntry>();
        for (var entry : all) {
            var place = entry.corrected().map(error -> placeOf(error, inPlace)).orElse(-1);
            if (place < 0) {
                inPlace.add(entry);
            } else {
                inPlace.set(place, entry);
            }
        }
        this.counting = List.copyOf(inPlace);
    }

    private static int placeOf(UUID id, List<TrackEntry> entries) {
        for (var index = 0; index < entries.size(); index++) {
            if (entries.get(index).id().equals(id)) {
                return index;
            }
        }
        return -1;
    }

    TrackHistory with(TrackEntry entry) {
        entry.corrected().ifPresent(error -> requireCorrectable(error, entry.track()));
        return new TrackHistory(Stream.concat(all.stream(), Stream.of(entry)).toList());
    }

    private void requireCorrectable(UUID error, Track track) {
        if (counting.stream().noneMatch(entry -> entry.id().equals(error) && entry.track() == track)) {
            throw new FactRefused("corrects", FactRefused.Rule.NOT_KNOWN);
        }
    }

    /**
     * Makes sure that what counts is a way through the table of a track.
     *
     * @throws StateConflict if it is not
     */
    void requireLegal(Track track, UUID allegation) {
        var state = track.start();
        for (var step : steps(track, allegation)) {
            var to = step.to();
            if (to.isPresent() && !state.next().contains(to.get())) {
                throw new StateConflict(
                        state.name(),
                        state.next().stream().map(TrackState::name).toList());
            }
            state = to.orElse(state);
        }
    }

    private List<Step> steps(Track track, UUID allegation) {
        return on(track, allegation).stream().map(TrackEntry::step).toList();
    }

    /** What counts of one track of one allegation. */
    List<TrackEntry> on(Track track, UUID allegation) {
        return counting.stream()
                .filter(entry -> entry.concerns(track, allegation))
                .toList();
    }

    /** Where a track stands for an allegation. */
    TrackState state(Track track, UUID allegation) {
        return steps(track, allegation).stream()
                .flatMap(step -> step.to().stream())
                .reduce((first, second) -> second)
                .orElse(track.start());
    }

    /** The last outcome of a track for an allegation, also if it is that nobody knows; empty if nobody has ever asked. */
    Optional<TrackEntry> outcome(Track track, UUID allegation) {
        return on(track, allegation).stream().filter(TrackEntry::isOutcome).reduce((first, second) -> second);
    }

    /** Everything, also what was corrected later. */
    List<TrackEntry> all() {
        return all;
    }

    /** What counts. */
    List<TrackEntry> counting() {
        return counting;
    }
}
