package org.candour.casework.ownrecord;

import java.time.Instant;
import java.util.UUID;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.springframework.data.annotation.TypeAlias;

/** An addition to the account as it is stored. */
@TypeAlias("correction")
record Correction(UUID id, Instant recordedAt, Sealed<Words> text, Once once) {
    static Field<Words> field(UUID id) {
        return new Field<>(Compartment.ACCOUNT, "case.correction", Words.class, 1).at(id.toString());
    }

    @Override
    public String toString() {
        return "Correction[" + id + "]";
    }
}
