package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.ActorId;
import org.candour.access.AssignAdvocate;
import org.candour.access.CaseCursor;
import org.candour.access.CaseId;
import org.candour.access.CaseOrder;
import org.candour.casework.CaseSummary;
import org.candour.casework.ListCases;
import org.candour.casework.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The commissioner's desk: which cases there are, and who supports whom. */
@RestController
class AssignmentsController {
    private final ListCases listCases;
    private final AssignAdvocate assignAdvocate;

    AssignmentsController(ListCases listCases, AssignAdvocate assignAdvocate) {
        this.listCases = listCases;
        this.assignAdvocate = assignAdvocate;
    }

    @GetMapping("/api/assignments")
    @Performs(Act.LIST_ASSIGNMENTS)
    Page<CaseSummary> list(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate dueBefore,
            @RequestParam(defaultValue = "newest") CaseOrder sort,
            @RequestParam(required = false) @Nullable CaseCursor before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var query = Page.query(status, dueBefore, sort, before, size);
        return Page.of(listCases.forAssignment(query, actor));
    }

    @PostMapping("/api/cases/{caseId}/grants")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Performs(Act.ASSIGN_ADVOCATE)
    void assign(@PathVariable CaseId caseId, @Valid @RequestBody NewGrant grant, Actor actor) {
        assignAdvocate.assign(caseId, ActorId.of(grant.advocate()), grant.until(), actor);
    }

    record NewGrant(
            @NotNull @Pattern(regexp = "[0-9a-f]{32}") String advocate,
            @NotNull Instant until) {}
}
