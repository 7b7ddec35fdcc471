package org.candour.casework.ownrecord;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candour.access.Role;
import org.candour.intake.FactDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a victim after they reported, opened.
 *
 * @param recordedIn the role of whoever entered it
 * @param recordedFor their organisation; missing for a victim
 */
public record RetaliationView(
        UUID id,
        RetaliationKind kind,
        FactDate happened,
        List<KnownTo> knownTo,
        Instant recordedAt,
        Role recordedIn,
        @Nullable String recordedFor,
        String words) {
    static RetaliationView of(Retaliation entry, String words) {
        return new RetaliationView(
                entry.id(),
                entry.kind(),
                entry.happened(),
                entry.knownTo(),
                entry.recordedAt(),
                entry.recordedIn(),
                entry.recordedFor(),
                words);
    }

    @Override
    public String toString() {
        return "RetaliationView[" + id + "]";
    }
}
