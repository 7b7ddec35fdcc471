package org.candour.casework.chronology;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate reads the chronology. */
@UseCase
public class ViewChronology {
    private final Gate gate;
    private final Vault vault;
    private final Chronologies chronologies;

    ViewChronology(Gate gate, Vault vault, Chronologies chronologies) {
        this.gate = gate;
        this.vault = vault;
        this.chronologies = chronologies;
    }

    /** At most {@code limit} entries, newest recorded first, all of them recorded before the entry {@code before}. */
    @OpensPlaintext("An advocate with a live grant reads the chronology")
    public ChronologyView view(CaseId caseId, Optional<String> before, int limit, Actor actor) {
        var receipt = gate.admit(actor, Act.VIEW_CHRONOLOGY, caseId);
        var chronology = chronologies.get(caseId);
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            return new ChronologyView(
                    page(chronology, before, limit).stream()
                            .map(entry -> EntryView.of(entry, chronology, opening))
                            .toList(),
                    chronology.alarms().stream()
                            .map(alarm -> AlarmView.of(alarm, opening))
                            .toList(),
                    chronology.version());
        }
    }

    private static List<Entry> page(Chronology chronology, Optional<String> before, int limit) {
        var newestFirst = new ArrayList<>(chronology.entries());
        Collections.reverse(newestFirst);
        var older = before.isEmpty()
                ? newestFirst.stream()
                : newestFirst.stream()
                        .dropWhile(entry -> !entry.id().equals(before.get()))
                        .skip(1);
        return older.limit(limit).toList();
    }
}
