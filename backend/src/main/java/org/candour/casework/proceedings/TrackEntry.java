package org.candour.casework.proceedings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * Something that happened on a track, as it is stored. Nothing in it changes; a correction is another entry in its place.
 *
 * @param allegations which rows it concerns
 * @param outcome the outcome it brought, if it is one; null also for one that is not known
 * @param corrects the entry whose place it takes
 * @param hasCrimeReference whether the words name one
 * @param disputed whether the victim disputes it, where it rests on their position
 * @param victimsAccount why, in their own words
 * @param review whether they may ask for a review, of a decision not to act
 */
@TypeAlias("track-entry")
record TrackEntry(
        UUID id,
        Step step,
        List<UUID> allegations,
        TrackFacts facts,
        @Nullable Code outcome,
        @Nullable UUID corrects,
        boolean hasCrimeReference,
        @Nullable Answer disputed,
        @Nullable ReviewRight review,
        Sealed<TrackWords> words,
        @Nullable Sealed<Words> victimsAccount,
        Instant recordedAt,
        String recordedBy) {
    static Field<TrackWords> wordsField(UUID entry) {
        return new Field<>(Compartment.WORK, "proceedings.track", TrackWords.class, 1).at(entry.toString());
    }

    static Field<Words> victimsAccountField(UUID entry) {
        return new Field<>(Compartment.ACCOUNT, "proceedings.track.victim", Words.class, 1).at(entry.toString());
    }

    Track track() {
        return step.track();
    }

    boolean concerns(Track asked, UUID allegation) {
        return track() == asked && allegations.contains(allegation);
    }

    boolean isOutcome() {
        return outcome != null || step.isOfOutcome();
    }

    boolean isUnknownOutcome() {
        return outcome == null && step == Step.unknown(track());
    }

    Optional<UUID> corrected() {
        return Optional.ofNullable(corrects);
    }

    @Override
    public String toString() {
        return "TrackEntry[" + id + "]";
    }
}
