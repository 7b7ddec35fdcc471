package org.candour.casework.proceedings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on a track as an advocate tells it.
 *
 * @param allegations which rows it concerns; none says all
 * @param corrects the entry whose place it takes
 */
public record NewStep(
        @NotNull Step step,
        @NotNull @Size(max = 100) List<@NotNull UUID> allegations,
        @NotNull @Valid TrackFacts facts,
        @Nullable @Valid TrackWords words,
        @Nullable UUID corrects) {
    @Override
    public String toString() {
        return "NewStep[hidden]";
    }
}
