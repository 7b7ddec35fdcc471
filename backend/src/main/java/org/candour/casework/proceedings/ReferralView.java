package org.candour.casework.proceedings;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A decision about a referral, opened.
 *
 * @param recordedBy pseudonym of whoever told it
 */
public record ReferralView(
        UUID id,
        ReferralDecision decision,
        List<UUID> allegations,
        Set<ScreeningQuestion> basis,
        TrackFacts facts,
        TrackWords words,
        Instant recordedAt,
        String recordedBy) {
    @Override
    public String toString() {
        return "ReferralView[hidden]";
    }
}
