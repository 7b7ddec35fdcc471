package org.candour.casework.proceedings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as an advocate tells it.
 *
 * @param outcome a code of a scheme, or {@link Code#UNKNOWN}
 * @param allegations which rows it concerns; none says all
 * @param victim what the victim says of it, where it rests on their position
 * @param corrects the entry whose place it takes
 */
public record NewOutcome(
        @NotNull @Valid Code outcome,
        @NotNull @Size(max = 100) List<@NotNull UUID> allegations,
        @NotNull @Valid TrackFacts facts,
        @Nullable @Valid TrackWords words,
        @Nullable @Valid VictimSays victim,
        @Nullable UUID corrects) {
    @Override
    public String toString() {
        return "NewOutcome[hidden]";
    }
}
