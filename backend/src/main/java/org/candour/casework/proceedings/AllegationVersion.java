package org.candour.casework.proceedings;

import java.time.Instant;
import org.candour.vault.Sealed;
import org.springframework.data.annotation.TypeAlias;

/** An allegation as it was told once. A correction is another one behind it. */
@TypeAlias("allegation-version")
record AllegationVersion(
        String id, AllegationFacts facts, Sealed<AllegationWords> words, Instant recordedAt, String recordedBy) {
    @Override
    public String toString() {
        return "AllegationVersion[" + id + "]";
    }
}
