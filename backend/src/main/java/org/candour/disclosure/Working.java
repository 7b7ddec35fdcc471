package org.candour.disclosure;

import java.util.List;
import org.candour.disclosure.redaction.Redaction;

/** The redactions of a draft, sealed with the case's own key: where they stand tells of the original. */
record Working(List<Redaction> redactions) {
    @Override
    public String toString() {
        return "Working[hidden]";
    }
}
