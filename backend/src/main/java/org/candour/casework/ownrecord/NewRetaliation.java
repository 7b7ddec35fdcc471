package org.candour.casework.ownrecord;

import java.util.List;
import org.candour.intake.FactDate;

/**
 * Something that was done to a victim after they reported, as it is handed in.
 *
 * @param happened when, as exactly as is known
 * @param knownTo which bodies know of it, and since when
 */
public record NewRetaliation(RetaliationKind kind, FactDate happened, List<KnownTo> knownTo, String words) {
    @Override
    public String toString() {
        return "NewRetaliation[hidden]";
    }
}
