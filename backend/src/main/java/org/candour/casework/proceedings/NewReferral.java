package org.candour.casework.proceedings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision about a referral as an advocate tells it.
 *
 * @param allegations which rows it concerns; none says all
 * @param basis the grounds it was based on
 */
public record NewReferral(
        @NotNull ReferralDecision decision,
        @NotNull @Size(max = 100) List<@NotNull UUID> allegations,
        @NotNull Set<@NotNull ScreeningQuestion> basis,
        @NotNull @Valid TrackFacts facts,
        @Nullable @Valid TrackWords words) {
    @Override
    public String toString() {
        return "NewReferral[hidden]";
    }
}
