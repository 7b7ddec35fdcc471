package org.candour.casework.proceedings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrackStateTests {
    private static final List<TrackState> ALL = List.<List<? extends TrackState>>of(
                    List.of(CriminalState.values()),
                    List.of(MisconductState.values()),
                    List.of(EmploymentState.values()),
                    List.of(FamilyCourtState.values()))
            .stream()
            .<TrackState>flatMap(List::stream)
            .toList();

    @ParameterizedTest
    @EnumSource
    void everyStateOfATrackCanBeReachedFromItsStart(Track track) {
        var reached = new HashSet<TrackState>(Set.of(track.start()));
        var waiting = new ArrayDeque<TrackState>(reached);
        while (!waiting.isEmpty()) {
            waiting.remove().next().stream().filter(reached::add).forEach(waiting::add);
        }

        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(
                        ALL.stream().filter(state -> state.track() == track).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyStateButTheStartCanBeReachedByAStep(Track track) {
        var reached = new HashSet<TrackState>(Set.of(track.start()));
        track.steps().forEach(step -> step.to().ifPresent(reached::add));

        assertThat(reached)
                .containsExactlyInAnyOrderElementsOf(
                        ALL.stream().filter(state -> state.track() == track).toList());
    }

    @ParameterizedTest
    @EnumSource
    void noTrackGoesBackToWhereNothingHadBegun(Track track) {
        assertThat(ALL)
                .filteredOn(state -> state.track() == track && track != Track.EMPLOYMENT)
                .noneMatch(state -> state.next().contains(track.start()));
    }

    @ParameterizedTest
    @EnumSource
    void whatHasEndedCanBeTakenUpAgainExceptByTheDead(Track track) {
        assertThat(ALL.stream().filter(state -> state.track() == track && state.isEnded()))
                .filteredOn(state -> state != EmploymentState.DECEASED)
                .allSatisfy(state -> assertThat(state.next()).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void aTracksUnknownOutcomeIsAStepOfThatTrack(Track track) {
        assertThat(Step.unknown(track).track()).isEqualTo(track);
        assertThat(Arrays.asList(Step.values()).stream().filter(step -> step == Step.unknown(track)))
                .hasSize(1);
    }
}
