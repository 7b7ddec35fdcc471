package org.candour.casework.proceedings;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is written about something that happened on a track; sealed.
 *
 * @param reason why it was decided so, as whoever decided gave it
 * @param decisionMaker their name or number
 * @param crimeReference the number of the recorded crime
 */
public record TrackWords(
        @Nullable @Size(max = 4_000) String reason,
        @Nullable @Size(max = 200) String decisionMaker,
        @Nullable @Size(max = 100) String crimeReference) {
    static final TrackWords NONE = new TrackWords(null, null, null);

    boolean hasReason() {
        return Optional.ofNullable(reason).filter(text -> !text.isBlank()).isPresent();
    }

    boolean hasCrimeReference() {
        return Optional.ofNullable(crimeReference)
                .filter(text -> !text.isBlank())
                .isPresent();
    }

    @Override
    public String toString() {
        return "TrackWords[hidden]";
    }
}
