package org.candour.casework.proceedings;

import org.candour.access.CaseId;
import org.springframework.stereotype.Component;

/** The next day on which something is to be done in a case, as lists show it. */
@Component
public class TasksInLists {
    private final ProceedingsRegister register;

    TasksInLists(ProceedingsRegister register) {
        this.register = register;
    }

    /** Has lists show it anew, once work on the case has ended or begun again; from a caller who was admitted to it. */
    public void follow(CaseId caseId) {
        register.describe(register.of(caseId));
    }
}
