package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.NoteScope;
import org.candour.casework.ReadSharedNotes;
import org.candour.casework.ShareNote;
import org.candour.casework.SharedNote;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Notes that their authors show to others, and to the victim. */
@RestController
class SharedNotesController {
    private final ShareNote shareNote;
    private final ReadSharedNotes readSharedNotes;

    SharedNotesController(ShareNote shareNote, ReadSharedNotes readSharedNotes) {
        this.shareNote = shareNote;
        this.readSharedNotes = readSharedNotes;
    }

    @PostMapping("/api/cases/{caseId}/notes/{id}/scope")
    @Performs(Act.SHARE_NOTE)
    ResponseEntity<Void> share(
            @PathVariable CaseId caseId,
            @PathVariable UUID id,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewScope change,
            Actor actor) {
        var changed = shareNote.share(caseId, id, change.scope(), version.value(), actor);
        return ResponseEntity.noContent().eTag(new Version(changed).toETag()).build();
    }

    @GetMapping("/api/cases/{caseId}/shared-notes")
    @Performs(Act.READ_SHARED_NOTES)
    Page<SharedNote> shared(
            @PathVariable CaseId caseId,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        return Page.of(
                readSharedNotes.read(caseId, Optional.ofNullable(before), size + 1, actor), size, SharedNote::id);
    }

    record NewScope(@NotNull NoteScope scope) {}
}
