package org.candour.casework.proceedings;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candour.intake.FactDate;
import org.jspecify.annotations.Nullable;

/**
 * One allegation against one person, as codes and dates: one row for each pair (DOMAIN section 3.4).
 *
 * @param accused the person complained of, as their place in the report's list of accused, from 0; names stay sealed there
 * @param category what it is, with the version of the scheme: letters have changed their meaning
 * @param standard the breached standard of professional behaviour, if one is named
 * @param happened when it happened; {@code UNKNOWN} is a value
 * @param forceThen the body they served in when it happened, or {@code UNKNOWN}
 * @param forceNow the body they serve in now, or {@code UNKNOWN}
 * @param criminal whether the conduct is a crime if it happened, as the advocate judges; by {@code UNKNOWN} the category decides
 * @param relatedCases cases that belong together with this one, all granted to whoever says so
 */
public record AllegationFacts(
        @NotNull @PositiveOrZero @Max(19) Integer accused,
        @NotNull @Valid Code category,
        @Nullable @Valid Code standard,
        @NotNull Duty duty,
        @NotNull HowMet howMet,
        @NotNull Set<@NotNull Vulnerability> vulnerabilities,
        @NotNull @Valid FactDate happened,

        @NotNull @Pattern(regexp = AllegationFacts.BODY) String forceThen,

        @NotNull @Pattern(regexp = AllegationFacts.BODY) String forceNow,

        @NotNull Answer criminal,
        @NotNull @Size(max = 20) List<@NotNull UUID> relatedCases) {
    static final String BODY = "[a-z0-9][a-z0-9-]{0,63}|UNKNOWN";

    /** As they were told, with those related cases alone that whoever reads may see. */
    static AllegationFacts visible(AllegationCodes codes, Circumstances circumstances, Set<UUID> visible) {
        return new AllegationFacts(
                codes.accused(),
                codes.category(),
                codes.standard(),
                codes.duty(),
                circumstances.howMet(),
                circumstances.vulnerabilities(),
                codes.happened(),
                codes.forceThen(),
                codes.forceNow(),
                codes.criminal(),
                codes.relatedCases().stream().filter(visible::contains).toList());
    }

    Circumstances circumstances() {
        return new Circumstances(howMet, vulnerabilities);
    }

    @Override
    public String toString() {
        return "AllegationFacts[hidden]";
    }
}
