package org.candour.casework;

import java.time.Instant;
import java.util.List;

/**
 * How a case goes, for the victim: no notes, no names.
 *
 * @param history each status it reached and when, oldest first
 */
public record Progress(String reference, Status status, Instant since, List<StatusChange> history) {
    static Progress of(CaseFile file) {
        return new Progress(file.reference(), file.status(), file.since(), file.history());
    }
}
