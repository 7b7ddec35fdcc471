package org.candour.casework.risk;

import java.time.Instant;
import org.candour.ledger.Compartment;
import org.candour.vault.Field;
import org.candour.vault.Sealed;
import org.springframework.data.annotation.TypeAlias;

/**
 * An assessment as it is stored. When and by whom it was recorded is on the ledger as well; all else is sealed.
 *
 * @param recordedAt to the millisecond
 * @param assessor pseudonym
 */
@TypeAlias("risk-assessment")
record Assessment(String id, Instant recordedAt, String assessor, Sealed<AssessmentContent> content) {
    /** The place of one assessment: bound to its id, so that two of a case cannot be swapped. */
    static Field<AssessmentContent> field(String id) {
        return new Field<>(Compartment.WORK, "risk.assessment", AssessmentContent.class, 1).at(id);
    }

    @Override
    public String toString() {
        return "Assessment[" + id + "]";
    }
}
