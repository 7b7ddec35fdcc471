package org.candour.casework.chronology;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.access.Gate;
import org.candour.access.Purpose;
import org.candour.access.Role;
import org.candour.access.UseCase;
import org.candour.ledger.Ledger;
import org.candour.ledger.Outcome;
import org.candour.vault.OpensPlaintext;
import org.candour.vault.Recipient;
import org.candour.vault.Vault;

/** An advocate takes out a chronology that anybody can check (DOMAIN C19). */
@UseCase
public class ExportChronology {
    private final Gate gate;
    private final Vault vault;
    private final Ledger ledger;
    private final Chronologies chronologies;
    private final Clock clock;

    ExportChronology(Gate gate, Vault vault, Ledger ledger, Chronologies chronologies, Clock clock) {
        this.gate = gate;
        this.vault = vault;
        this.ledger = ledger;
        this.chronologies = chronologies;
        this.clock = clock;
    }

    /**
     * The whole chronology, corrections and what they correct included. The ledger commits to it before it is handed out.
     *
     * @throws org.candour.access.NoSuchThing if the actor may not
     */
    @OpensPlaintext("An advocate with a live grant takes out the chronology")
    public SignedChronology export(CaseId caseId, Actor actor) {
        var receipt = gate.admit(actor, Act.EXPORT_CHRONOLOGY, caseId);
        var chronology = chronologies.get(caseId);
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try (var opening = vault.open(receipt, Recipient.CASE_SERVICE)) {
            var entries = chronology.entries().stream()
                    .map(entry -> EntryView.of(entry, chronology, opening))
                    .toList();
            var alarms = chronology.alarms().stream()
                    .map(alarm -> AlarmView.of(alarm, opening))
                    .toList();
            return signed(
                    new ChronologyExport(
                            ChronologyExport.FORMAT,
                            caseId.value(),
                            at,
                            actor.id().value(),
                            receipt.index(),
                            entries,
                            alarms),
                    actor);
        }
    }

    private SignedChronology signed(ChronologyExport export, Actor actor) {
        var json = CanonicalJson.bytes(export);
        var pdf = ChronologyPdf.of(export);
        var lines = List.of(
                ChronologyExport.FORMAT,
                "case " + export.caseId(),
                "exported " + export.exportedAt(),
                "opened under ledger entry " + export.ledgerEntry(),
                "entries " + export.entries().size(),
                "sha256 " + SignedChronology.JSON + " " + sha256(json),
                "sha256 " + SignedChronology.PDF + " " + sha256(pdf));
        var text = String.join("\n", lines) + "\n";
        long committed = ledger.append(entry(export, actor, sha256(text.getBytes(StandardCharsets.UTF_8))));
        return new SignedChronology(json, pdf, ledger.sign(lines), committed, export.exportedAt());
    }

    private static org.candour.ledger.Entry entry(ChronologyExport export, Actor actor, String commitment) {
        return new org.candour.ledger.Entry(
                actor.id().value(),
                Role.ADVOCATE.name(),
                actor.body().map(BodyId::value).orElse("UNKNOWN"),
                Act.SIGN_CHRONOLOGY.name(),
                Optional.of(export.caseId()),
                Optional.of(export.caseId()),
                Set.of(),
                Purpose.SUPPORT.name(),
                Outcome.ADMITTED,
                Optional.empty(),
                Optional.of(commitment));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
