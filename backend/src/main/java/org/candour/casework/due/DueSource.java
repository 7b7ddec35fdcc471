package org.candour.casework.due;

import java.util.Optional;
import org.candour.access.CaseId;

/**
 * A part of casework that knows what is to be done. Whoever implements it, as a Spring bean, is asked whenever the tasks of one case
 * are looked at; nothing is asked of all cases. Whenever the answer changes it also tells {@link DueDates}, for lists.
 */
public interface DueSource {
    /** What is to be done in a case that the caller was admitted to, past days included; empty once it is settled. */
    Optional<Due> dueIn(CaseId caseId);
}
