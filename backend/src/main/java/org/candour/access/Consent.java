package org.candour.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * A victim's permission to share: an ethical and confidentiality control, and never the only lawful basis (DOMAIN 5.1).
 *
 * @param recipient the organisation it is for
 * @param purpose what it may do with what it is shown
 * @param form how the victim gave it
 * @param recordedBy the organisation of whoever wrote it down; null if the victim did
 * @param from the first instant it holds
 * @param until the first instant it does not, unless it was withdrawn before
 * @param withdrawnAt the first instant it no longer holds because the victim took it back; null if they did not
 */
@TypeAlias("consent")
public record Consent(
        UUID id,
        BodyId recipient,
        Purpose purpose,
        Form form,
        @Nullable BodyId recordedBy,
        Instant from,
        Instant until,
        @Nullable Instant withdrawnAt) {
    /** How a consent was given. */
    public enum Form {
        /** The victim gave it here. */
        BY_VICTIM,
        /** The victim said so to an advocate. */
        SPOKEN,
        /** The victim signed it on paper. */
        WRITTEN
    }

    /** Whether it holds at an instant. */
    public boolean isLive(Instant now) {
        return !now.isBefore(from) && now.isBefore(until) && (withdrawnAt == null || now.isBefore(withdrawnAt));
    }

    @Override
    public String toString() {
        return "Consent[" + id + "]";
    }

    boolean isAlike(BodyId other, Purpose otherPurpose) {
        return recipient.equals(other) && purpose == otherPurpose;
    }

    Consent withdrawn(Instant now) {
        return new Consent(id, recipient, purpose, form, recordedBy, from, until, now);
    }

    Consent endingAt(Instant now) {
        return new Consent(id, recipient, purpose, form, recordedBy, from, now, withdrawnAt);
    }
}
