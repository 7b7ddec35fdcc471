package org.candour.rights;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.BodyId;
import org.candour.access.Consent;
import org.candour.access.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A consent, as both the victim and the case team see it.
 *
 * @param recipient the organisation it is for
 * @param recordedBy the organisation of whoever wrote it down; missing if the victim did
 * @param until the first instant it does not hold
 * @param withdrawnAt when the victim took it back; missing if they did not
 * @param isLive whether it holds now
 */
public record ConsentView(
        UUID id,
        String recipient,
        Purpose purpose,
        Consent.Form form,
        @Nullable String recordedBy,
        Instant from,
        Instant until,
        @Nullable Instant withdrawnAt,
        boolean isLive) {
    static ConsentView of(Consent consent, Instant now) {
        return new ConsentView(
                consent.id(),
                consent.recipient().value(),
                consent.purpose(),
                consent.form(),
                Optional.ofNullable(consent.recordedBy()).map(BodyId::value).orElse(null),
                consent.from(),
                consent.until(),
                consent.withdrawnAt(),
                consent.isLive(now));
    }

    @Override
    public String toString() {
        return "ConsentView[" + id + "]";
    }
}
