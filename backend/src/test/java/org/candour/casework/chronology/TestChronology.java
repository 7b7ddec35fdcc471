package org.candour.casework.chronology;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.access.TestAccess;
import org.candour.casework.TestCasework;
import org.candour.intake.FactDate;
import org.jspecify.annotations.Nullable;

/** The use cases of this part, on cases that are open. */
final class TestChronology {
    final Chronologies chronologies;
    final AddEntry addEntry;
    final RecordKnowledge recordKnowledge;
    final AskWhoKnew askWhoKnew;
    final CloseAlarm closeAlarm;
    final ViewChronology viewChronology;
    final ExportChronology exportChronology;
    private final TestAccess access;
    private final TestCasework casework;

    TestChronology(TestAccess access) {
        this.access = access;
        casework = new TestCasework(access);
        var vault = access.vault.vault();
        var rules = new EntryRules(access.bodies, access.clock);
        chronologies = new Chronologies(access.mongo, access.ledger.aggregates());
        addEntry = new AddEntry(access.gate, vault, chronologies, rules, access.clock);
        recordKnowledge = new RecordKnowledge(access.gate, chronologies, rules, access.clock);
        askWhoKnew = new AskWhoKnew(access.gate, vault, chronologies, rules, access.clock);
        closeAlarm = new CloseAlarm(access.gate, vault, chronologies, access.clock);
        viewChronology = new ViewChronology(access.gate, vault, chronologies);
        exportChronology = new ExportChronology(access.gate, vault, access.ledger.ledger(), chronologies, access.clock);
    }

    CaseId granted(Actor advocate) {
        var id = casework.opened();
        access.grant(id, advocate);
        return id;
    }

    CaseId withoutGrant() {
        return casework.opened();
    }

    ChronologyView view(CaseId id, Actor advocate) {
        return viewChronology.view(id, Optional.empty(), 1_000, advocate);
    }

    static EntryDraft contact(String day, ActionTaken action) {
        return new EntryDraft(
                EntryKind.CONTACT_WITH_AUTHORITIES,
                FactDate.exactly(LocalDate.parse(day)),
                new Particulars("westmarch", ContactKind.REPORT_BY_VICTIM, action, DecisionMaker.OFFICER, null, null),
                new EntryWords("She rang on " + day + ".", "Sgt Odile Garçon", null),
                List.of());
    }

    static EntryDraft vetting(@Nullable String rationale, @Nullable LocalDate reviewOn) {
        return new EntryDraft(
                EntryKind.VETTING_KNOWLEDGE,
                FactDate.exactly(LocalDate.parse("2019-09-01")),
                new Particulars("westmarch", null, null, DecisionMaker.VETTING_UNIT, Response.RISK_ACCEPTED, reviewOn),
                new EntryWords("The allegation of 2019 was on file.", null, rationale),
                List.of(new EntryDraft.KnownBy("westmarch", FactDate.exactly(LocalDate.parse("2019-09-01")))));
    }

    static EntryDraft at(FactDate happenedOn, EntryDraft.KnownBy... knownBy) {
        return new EntryDraft(
                EntryKind.OTHER_FACT,
                happenedOn,
                new Particulars(null, null, null, null, null, null),
                new EntryWords("A fact.", null, null),
                List.of(knownBy));
    }
}
