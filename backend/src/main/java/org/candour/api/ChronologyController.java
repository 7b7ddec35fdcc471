package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.chronology.ActionTaken;
import org.candour.casework.chronology.AddEntry;
import org.candour.casework.chronology.AlarmView;
import org.candour.casework.chronology.AskWhoKnew;
import org.candour.casework.chronology.CloseAlarm;
import org.candour.casework.chronology.ContactKind;
import org.candour.casework.chronology.DecisionMaker;
import org.candour.casework.chronology.EntryDraft;
import org.candour.casework.chronology.EntryKind;
import org.candour.casework.chronology.EntryVersion;
import org.candour.casework.chronology.EntryView;
import org.candour.casework.chronology.EntryWords;
import org.candour.casework.chronology.ExportChronology;
import org.candour.casework.chronology.KnownFact;
import org.candour.casework.chronology.Particulars;
import org.candour.casework.chronology.RecordKnowledge;
import org.candour.casework.chronology.Response;
import org.candour.casework.chronology.ViewChronology;
import org.candour.intake.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who knew what, and when: the chronology of a case. */
@RestController
class ChronologyController {
    private static final String ZIP = "application/zip";

    private final ViewChronology viewChronology;
    private final AddEntry addEntry;
    private final RecordKnowledge recordKnowledge;
    private final AskWhoKnew askWhoKnew;
    private final CloseAlarm closeAlarm;
    private final ExportChronology exportChronology;

    ChronologyController(
            ViewChronology viewChronology,
            AddEntry addEntry,
            RecordKnowledge recordKnowledge,
            AskWhoKnew askWhoKnew,
            CloseAlarm closeAlarm,
            ExportChronology exportChronology) {
        this.viewChronology = viewChronology;
        this.addEntry = addEntry;
        this.recordKnowledge = recordKnowledge;
        this.askWhoKnew = askWhoKnew;
        this.closeAlarm = closeAlarm;
        this.exportChronology = exportChronology;
    }

    @GetMapping("/api/cases/{caseId}/chronology")
    @Performs(Act.VIEW_CHRONOLOGY)
    ResponseEntity<ChronologyPage> view(
            @PathVariable CaseId caseId,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var view = viewChronology.view(caseId, Optional.ofNullable(before).map(UUID::toString), size + 1, actor);
        var page = Page.of(view.entries(), size, EntryView::id);
        return ResponseEntity.ok()
                .eTag(new Version(view.version()).toETag())
                .body(new ChronologyPage(page.items(), page.before(), view.alarms()));
    }

    @PostMapping("/api/cases/{caseId}/chronology")
    @Performs(Act.ADD_TO_CHRONOLOGY)
    ResponseEntity<NewEntryId> add(
            @PathVariable CaseId caseId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewEntry entry,
            Actor actor) {
        return recorded(addEntry.add(caseId, entry.draft(), version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/chronology/{entryId}/correction")
    @Performs(Act.CORRECT_CHRONOLOGY)
    ResponseEntity<NewEntryId> correct(
            @PathVariable CaseId caseId,
            @PathVariable UUID entryId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewEntry entry,
            Actor actor) {
        return recorded(addEntry.correct(caseId, entryId.toString(), entry.draft(), version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/chronology/{entryId}/knowledge")
    @Performs(Act.RECORD_KNOWLEDGE)
    ResponseEntity<Void> knowledge(
            @PathVariable CaseId caseId,
            @PathVariable UUID entryId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewKnowledge knowledge,
            Actor actor) {
        var recorded = recordKnowledge.record(caseId, entryId.toString(), knowledge.knownBy(), version.value(), actor);
        return changed(recorded.version());
    }

    @GetMapping("/api/cases/{caseId}/knowledge")
    @Performs(Act.ASK_WHO_KNEW)
    Answers knowledge(
            @PathVariable CaseId caseId,
            @RequestParam @NotBlank @Size(max = 64) String body,
            @RequestParam LocalDate on,
            @RequestParam(required = false) @Nullable Instant asRecordedAt,
            Actor actor) {
        return new Answers(askWhoKnew.ask(caseId, body, on, Optional.ofNullable(asRecordedAt), actor));
    }

    @PostMapping("/api/cases/{caseId}/chronology/alarms/{alarmId}/closure")
    @Performs(Act.CLOSE_CHRONOLOGY_ALARM)
    ResponseEntity<Void> closeAlarm(
            @PathVariable CaseId caseId,
            @PathVariable UUID alarmId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody AlarmClosure closure,
            Actor actor) {
        return changed(closeAlarm.close(caseId, alarmId.toString(), closure.reason(), version.value(), actor));
    }

    @PostMapping(path = "/api/cases/{caseId}/chronology/export", produces = ZIP)
    @Performs(Act.EXPORT_CHRONOLOGY)
    ResponseEntity<byte[]> export(@PathVariable CaseId caseId, Actor actor) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"chronology.zip\"")
                .body(exportChronology.export(caseId, actor).zip());
    }

    private static ResponseEntity<NewEntryId> recorded(EntryVersion recorded) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(new Version(recorded.version()).toETag())
                .body(new NewEntryId(recorded.entryId()));
    }

    private static ResponseEntity<Void> changed(long version) {
        return ResponseEntity.noContent().eTag(new Version(version).toETag()).build();
    }

    /** A page of the chronology, newest recorded first, and every alarm. */
    record ChronologyPage(List<EntryView> items, @Nullable String before, List<AlarmView> alarms) {}

    record NewEntryId(String id) {}

    record Answers(List<KnownFact> facts) {}

    record NewKnowledge(
            @NotBlank @Size(max = 64) String body,
            @NotNull @Valid FactDate on) {
        EntryDraft.KnownBy knownBy() {
            return new EntryDraft.KnownBy(body, on);
        }
    }

    record AlarmClosure(@NotBlank @Size(max = 2_000) String reason) {
        @Override
        public String toString() {
            return "AlarmClosure[hidden]";
        }
    }

    record NewEntry(
            @NotNull EntryKind kind,
            @NotNull @Valid FactDate happenedOn,
            @NotBlank @Size(max = 8_000) String what,
            @Nullable @Size(max = 64) String body,
            @Nullable ContactKind contact,
            @Nullable ActionTaken actionTaken,
            @Nullable DecisionMaker decidedBy,
            @Nullable @Size(max = 200) String decidedByName,
            @Nullable Response response,
            @Nullable @Size(max = 4_000) String rationale,
            @Nullable LocalDate reviewOn,
            @Nullable @Size(max = 50) List<@NotNull @Valid NewKnowledge> knownBy) {
        EntryDraft draft() {
            return new EntryDraft(
                    kind,
                    happenedOn,
                    new Particulars(body, contact, actionTaken, decidedBy, response, reviewOn),
                    new EntryWords(what, decidedByName, rationale),
                    knownBy == null
                            ? List.of()
                            : knownBy.stream().map(NewKnowledge::knownBy).toList());
        }

        @Override
        public String toString() {
            return "NewEntry[hidden]";
        }
    }
}
