package org.candour.casework.chronology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What is handed out of a chronology: everything in it, in the order it happened.
 *
 * @param format what this is, and its version
 * @param exportedAt to the millisecond
 * @param exportedBy pseudonym
 * @param ledgerEntry the entry under which it was opened
 */
record ChronologyExport(
        String format,
        UUID caseId,
        Instant exportedAt,
        String exportedBy,
        long ledgerEntry,
        List<EntryView> entries,
        List<AlarmView> alarms) {
    static final String FORMAT = "candour chronology v1";

    /** What happened on a day that nobody knows stands at the end. */
    private static final Comparator<EntryView> AS_IT_HAPPENED = Comparator.comparing(
                    (EntryView entry) -> entry.happenedOn().earliest().orElse(LocalDate.MAX))
            .thenComparing(EntryView::recordedAt)
            .thenComparing(EntryView::id);

    ChronologyExport {
        entries = entries.stream().sorted(AS_IT_HAPPENED).toList();
        alarms = List.copyOf(alarms);
    }

    @Override
    public String toString() {
        return "ChronologyExport[hidden]";
    }
}
