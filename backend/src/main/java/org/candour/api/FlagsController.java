package org.candour.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.ownrecord.FlagView;
import org.candour.casework.ownrecord.FlaggedCase;
import org.candour.casework.ownrecord.ListRetaliation;
import org.candour.casework.ownrecord.ViewFlags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is new on victims' own records, as codes and dates. */
@RestController
class FlagsController {
    private final ViewFlags viewFlags;
    private final ListRetaliation listRetaliation;

    FlagsController(ViewFlags viewFlags, ListRetaliation listRetaliation) {
        this.viewFlags = viewFlags;
        this.listRetaliation = listRetaliation;
    }

    @GetMapping("/api/cases/{caseId}/flags")
    @Performs(Act.VIEW_FLAGS)
    Page<FlagView> flags(@PathVariable CaseId caseId, Actor actor) {
        return new Page<>(viewFlags.view(caseId, actor), null);
    }

    @PostMapping("/api/cases/{caseId}/flags/{id}/seen")
    @Performs(Act.SEE_FLAG)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void see(@PathVariable CaseId caseId, @PathVariable UUID id, Actor actor) {
        viewFlags.see(caseId, id, actor);
    }

    @GetMapping("/api/retaliation")
    @Performs(Act.LIST_RETALIATION)
    Page<FlaggedCase> retaliation(
            @RequestParam(required = false) @Nullable CaseId before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var flagged = listRetaliation.list(Optional.ofNullable(before), size, actor);
        return Page.of(flagged, size, one -> one.caseId().toString());
    }
}
