package org.candour.casework.proceedings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candour.intake.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * Who, when, and who knew: what is told of everything that happens on a track. The third date, when it was recorded here, is
 * Candour's own to say.
 *
 * @param happenedOn when it happened or was decided; {@code UNKNOWN} is a value
 * @param knownTo who came to know it when
 * @param decidedBy who decided
 * @param decidingBody the body they decided for, or {@code UNKNOWN}
 * @param lastVerifiedOn when somebody last made sure that it is so
 * @param reviewOn when it is to be looked at again: of a restriction, a suspension, a risk that was accepted
 * @param letterOn the date on the letter that told it
 * @param toBody the body somebody was transferred to, or {@code UNKNOWN}
 * @param mode who investigates
 */
@TypeAlias("track-facts")
public record TrackFacts(
        @NotNull @Valid FactDate happenedOn,
        @NotNull @Size(max = 20) List<@NotNull @Valid KnownTo> knownTo,
        @NotNull DecisionMaker decidedBy,

        @NotNull @Pattern(regexp = AllegationFacts.BODY) String decidingBody,

        @Nullable LocalDate lastVerifiedOn,
        @Nullable LocalDate reviewOn,
        @Nullable LocalDate letterOn,

        @Nullable @Pattern(regexp = AllegationFacts.BODY) String toBody,

        @Nullable InvestigationMode mode) {
    /** The day it happened on, if exactly that is known. */
    Optional<LocalDate> day() {
        return exactly(happenedOn);
    }

    /** The day the victim was told, if exactly that is known. */
    Optional<LocalDate> toldVictimOn() {
        return knownTo.stream()
                .filter(known -> known.whom().equals(KnownTo.VICTIM))
                .flatMap(known -> exactly(known.knownOn()).stream())
                .findFirst();
    }

    private static Optional<LocalDate> exactly(FactDate when) {
        return when.precision() == FactDate.Precision.EXACT ? Optional.ofNullable(when.from()) : Optional.empty();
    }

    @Override
    public String toString() {
        return "TrackFacts[hidden]";
    }
}
