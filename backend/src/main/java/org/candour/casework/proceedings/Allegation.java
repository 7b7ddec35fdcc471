package org.candour.casework.proceedings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.springframework.data.annotation.TypeAlias;

/**
 * One allegation against one person, with everything that was ever said of it.
 *
 * @param versions as told first, and each correction; the last one counts
 * @param screenings the last one counts
 * @param moves from state to state, the last one counts; none while it is open for the first time
 */
@TypeAlias("allegation")
record Allegation(UUID id, List<AllegationVersion> versions, List<Screening> screenings, List<AllegationMove> moves) {
    static Field<AllegationWords> wordsField(String version) {
        return new Field<>(Compartment.WORK, "proceedings.allegation", AllegationWords.class, 1).at(version);
    }

    static Field<Words> reasonField(String move) {
        return new Field<>(Compartment.WORK, "proceedings.allegation.move", Words.class, 1).at(move);
    }

    static Allegation told(UUID id, AllegationVersion first) {
        return new Allegation(id, List.of(first), List.of(), List.of());
    }

    AllegationVersion current() {
        return versions.get(versions.size() - 1);
    }

    AllegationCodes codes() {
        return current().codes();
    }

    Instant recordedAt() {
        return versions.get(0).recordedAt();
    }

    AllegationState state() {
        return moves.isEmpty()
                ? AllegationState.OPEN
                : moves.get(moves.size() - 1).to();
    }

    Optional<Screening> screening() {
        return screenings.isEmpty() ? Optional.empty() : Optional.of(screenings.get(screenings.size() - 1));
    }

    Allegation corrected(AllegationVersion correction) {
        return new Allegation(id, more(versions, correction), screenings, moves);
    }

    Allegation screened(Screening screening) {
        return new Allegation(id, versions, more(screenings, screening), moves);
    }

    /** @throws StateConflict if the table has no such move */
    Allegation moved(AllegationMove move) {
        if (!state().next().contains(move.to())) {
            throw new StateConflict(
                    state().name(), state().next().stream().map(Enum::name).toList());
        }
        return new Allegation(id, versions, screenings, more(moves, move));
    }

    private static <T> List<T> more(List<T> before, T last) {
        return Stream.concat(before.stream(), Stream.of(last)).toList();
    }

    @Override
    public String toString() {
        return "Allegation[" + id + "]";
    }
}
