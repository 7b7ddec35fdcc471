package org.candour.casework.ownrecord;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candour.access.Role;
import org.candour.intake.FactDate;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * Retaliation as it is stored: three dates in the clear, and sealed words.
 *
 * @param recordedIn the role of whoever entered it
 * @param recordedFor their organisation; null for a victim
 */
@TypeAlias("retaliation")
record Retaliation(
        UUID id,
        RetaliationKind kind,
        FactDate happened,
        List<KnownTo> knownTo,
        Instant recordedAt,
        Role recordedIn,
        @Nullable String recordedFor,
        Sealed<Words> words,
        Once once) {
    static Field<Words> field(UUID id) {
        return new Field<>(Compartment.WORK, "case.retaliation", Words.class, 1).at(id.toString());
    }

    @Override
    public String toString() {
        return "Retaliation[" + id + "]";
    }
}
