package org.candour.casework.proceedings;

import java.time.Instant;
import org.candour.vault.Sealed;
import org.springframework.data.annotation.TypeAlias;

/** An allegation reached a state, and why. */
@TypeAlias("allegation-move")
record AllegationMove(String id, AllegationState to, Sealed<Words> reason, Instant recordedAt, String recordedBy) {
    @Override
    public String toString() {
        return "AllegationMove[" + to + "]";
    }
}
