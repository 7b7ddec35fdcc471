package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseCursor;
import org.candour.access.CaseId;
import org.candour.access.CaseOrder;
import org.candour.casework.AddNote;
import org.candour.casework.CaseSummary;
import org.candour.casework.CaseView;
import org.candour.casework.ListCases;
import org.candour.casework.MoveStatus;
import org.candour.casework.NoteScope;
import org.candour.casework.OpenCase;
import org.candour.casework.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An advocate's cases. */
@RestController
class CasesController {
    private final ListCases listCases;
    private final OpenCase openCase;
    private final AddNote addNote;
    private final MoveStatus moveStatus;

    CasesController(ListCases listCases, OpenCase openCase, AddNote addNote, MoveStatus moveStatus) {
        this.listCases = listCases;
        this.openCase = openCase;
        this.addNote = addNote;
        this.moveStatus = moveStatus;
    }

    @GetMapping("/api/cases")
    @Performs(Act.LIST_GRANTED_CASES)
    Page<CaseSummary> list(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate dueBefore,
            @RequestParam(defaultValue = "newest") CaseOrder sort,
            @RequestParam(required = false) @Nullable CaseCursor before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var query = Page.query(status, dueBefore, sort, before, size);
        return Page.of(listCases.granted(query, actor));
    }

    @GetMapping("/api/cases/{caseId}")
    @Performs(Act.OPEN_CASE)
    ResponseEntity<CaseView> open(@PathVariable CaseId caseId, Actor actor) {
        var view = openCase.open(caseId, actor);
        return ResponseEntity.ok().eTag(new Version(view.version()).toETag()).body(view);
    }

    @PostMapping("/api/cases/{caseId}/notes")
    @Performs(Act.ADD_NOTE)
    ResponseEntity<Void> addNote(
            @PathVariable CaseId caseId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewNote note,
            Actor actor) {
        var scope = Optional.ofNullable(note.scope()).orElse(NoteScope.CASE_TEAM);
        return changed(addNote.add(caseId, note.text(), scope, version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/status")
    @Performs(Act.MOVE_STATUS)
    ResponseEntity<Void> moveStatus(
            @PathVariable CaseId caseId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewStatus move,
            Actor actor) {
        return changed(moveStatus.move(caseId, move.status(), version.value(), actor));
    }

    private static ResponseEntity<Void> changed(long version) {
        return ResponseEntity.noContent().eTag(new Version(version).toETag()).build();
    }

    /** @param scope who reads it; the case team, if it is left out */
    record NewNote(
            @NotBlank @Size(max = 20_000) String text,
            @Nullable NoteScope scope) {
        @Override
        public String toString() {
            return "NewNote[hidden]";
        }
    }

    record NewStatus(@NotNull Status status) {}
}
