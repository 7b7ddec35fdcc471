package org.candour.casework.proceedings;

import java.time.Instant;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.springframework.data.annotation.TypeAlias;

/** An allegation as it was told once. A correction is another one behind it. */
@TypeAlias("allegation-version")
record AllegationVersion(
        String id,
        AllegationCodes codes,
        Sealed<Circumstances> circumstances,
        Sealed<AllegationWords> words,
        Instant recordedAt,
        String recordedBy) {
    static Field<Circumstances> circumstancesField(String version) {
        return new Field<>(Compartment.WORK, "proceedings.circumstances", Circumstances.class, 1).at(version);
    }

    @Override
    public String toString() {
        return "AllegationVersion[" + id + "]";
    }
}
