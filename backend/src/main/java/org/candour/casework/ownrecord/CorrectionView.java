package org.candour.casework.ownrecord;

import java.time.Instant;
import java.util.UUID;

/**
 * What a victim added to their account, opened. It stands beside the account, which stays as it was.
 *
 * @param recordedAt when they added it
 */
public record CorrectionView(UUID id, Instant recordedAt, String text) {
    @Override
    public String toString() {
        return "CorrectionView[" + id + "]";
    }
}
