package org.candour.casework.proceedings;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.springframework.data.annotation.TypeAlias;

/** A decision about a referral, as it is stored. */
@TypeAlias("referral")
record Referral(
        UUID id,
        ReferralDecision decision,
        List<UUID> allegations,
        Set<ScreeningQuestion> basis,
        TrackFacts facts,
        Sealed<TrackWords> words,
        Instant recordedAt,
        String recordedBy) {
    static Field<TrackWords> wordsField(UUID referral) {
        return new Field<>(Compartment.WORK, "proceedings.referral", TrackWords.class, 1).at(referral.toString());
    }

    @Override
    public String toString() {
        return "Referral[" + id + "]";
    }
}
