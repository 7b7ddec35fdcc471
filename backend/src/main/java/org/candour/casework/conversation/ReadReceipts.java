package org.candour.casework.conversation;

import java.util.Optional;
import java.util.UUID;
import org.candour.access.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What the two sides of a case have chosen about read receipts; null for a side that has chosen nothing.
 *
 * @param id the case's id
 * @param version null before the first write
 */
@Document("read_receipts")
@TypeAlias("read-receipts")
record ReadReceipts(
        @Id UUID id,
        @Nullable Boolean isVictimShown,
        @Nullable Boolean isTeamShown,
        @Version @Nullable Long version) {
    static ReadReceipts unchosen(CaseId caseId) {
        return new ReadReceipts(caseId.value(), null, null, null);
    }

    /** Whether the other side may know what this side has read. */
    boolean isShown(Side side) {
        var chosen = switch (side) {
            case VICTIM -> isVictimShown;
            case TEAM -> isTeamShown;
        };
        return Optional.ofNullable(chosen).orElse(side.showsReadingByDefault());
    }

    ReadReceipts with(Side side, boolean isShown) {
        return switch (side) {
            case VICTIM -> new ReadReceipts(id, isShown, isTeamShown, version);
            case TEAM -> new ReadReceipts(id, isVictimShown, isShown, version);
        };
    }
}
