package org.candour.casework.proceedings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** An allegation as an advocate tells or corrects it. */
public record NewAllegation(
        @NotNull @Valid AllegationFacts facts,
        @Nullable @Valid AllegationWords words) {
    @Override
    public String toString() {
        return "NewAllegation[hidden]";
    }
}
