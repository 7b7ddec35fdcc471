package org.candour.casework.chronology;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.TypeAlias;

/**
 * What an entry says in codes. {@code null} where a kind of entry does not ask for it; what it asks for and nobody knows is
 * {@code UNKNOWN}.
 *
 * @param body the id of the body the fact is about, or {@code UNKNOWN}
 * @param contact of a contact alone
 * @param actionTaken of a contact alone
 * @param decidedBy in what role somebody decided
 * @param response what was decided
 * @param reviewOn when the decision is to be looked at again
 */
@TypeAlias("chronology-particulars")
public record Particulars(
        @Nullable String body,
        @Nullable ContactKind contact,
        @Nullable ActionTaken actionTaken,
        @Nullable DecisionMaker decidedBy,
        @Nullable Response response,
        @Nullable LocalDate reviewOn) {
    @Override
    public String toString() {
        return "Particulars[hidden]";
    }
}
