package org.candour.casework.chronology;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.UseCase;
import org.candour.vault.Opening;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate asks what a body knew on a day. */
@UseCase
public class AskWhoKnew {
    private final Gate gate;
    private final Vault vault;
    private final Chronologies chronologies;
    private final EntryRules rules;
    private final Clock clock;

    AskWhoKnew(Gate gate, Vault vault, Chronologies chronologies, EntryRules rules, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.chronologies = chronologies;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Answers for every fact that stood, in the order they were recorded. An unknown date is answered as unknown, never as yes
     * or no.
     *
     * @param body its id, or {@code UNKNOWN}
     * @param on the day, at its end
     * @param asRecordedAt only what was recorded here by then counts; now, if empty
     * @throws EntryRefused if the body is not listed
     */
    @OpensPlaintext("An advocate with a live grant asks who knew what, and when")
    public List<KnownFact> ask(CaseId caseId, String body, LocalDate on, Optional<Instant> asRecordedAt, Actor actor) {
        var receipt = gate.admit(actor, Act.ASK_WHO_KNEW, caseId);
        rules.checkBody("body", body);
        var question = new WhoKnew(body, on, asRecordedAt.orElseGet(clock::instant));
        var found = question.in(chronologies.get(caseId).entries());
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            return found.stream().map(fact -> read(fact, opening)).toList();
        }
    }

    private static KnownFact read(WhoKnew.Found fact, Opening opening) {
        var entry = fact.entry();
        return new KnownFact(
                entry.id(),
                entry.kind(),
                entry.happenedOn(),
                opening.read(Entry.field(entry.id()), entry.words()).what(),
                fact.answer(),
                fact.statement().map(BodyKnew::knownOn).orElse(null));
    }
}
