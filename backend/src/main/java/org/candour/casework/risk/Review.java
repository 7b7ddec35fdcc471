package org.candour.casework.risk;

import java.time.LocalDate;
import org.springframework.data.annotation.TypeAlias;

/**
 * That the risk is to be looked at again.
 *
 * @param dueOn the day, in England and Wales
 * @param askedBy the assessment that set it, or the incident after which it is due
 */
@TypeAlias("risk-review")
record Review(LocalDate dueOn, String askedBy) {
    @Override
    public String toString() {
        return "Review[hidden]";
    }
}
