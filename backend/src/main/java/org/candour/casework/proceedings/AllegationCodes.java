package org.candour.casework.proceedings;

import java.util.List;
import java.util.UUID;
import org.candour.intake.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * What is stored of an allegation in the clear, because alarms, clocks and later matches ask for it: {@link AllegationFacts}
 * without its {@link Circumstances}.
 */
@TypeAlias("allegation-codes")
record AllegationCodes(
        int accused,
        Code category,
        @Nullable Code standard,
        Duty duty,
        FactDate happened,
        String forceThen,
        String forceNow,
        Answer criminal,
        List<UUID> relatedCases) {
    static AllegationCodes of(AllegationFacts facts) {
        return new AllegationCodes(
                facts.accused(),
                facts.category(),
                facts.standard(),
                facts.duty(),
                facts.happened(),
                facts.forceThen(),
                facts.forceNow(),
                facts.criminal(),
                facts.relatedCases());
    }

    @Override
    public String toString() {
        return "AllegationCodes[hidden]";
    }
}
