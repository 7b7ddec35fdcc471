package org.candour.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.ActorId;
import org.candour.access.CaseCursor;
import org.candour.access.CaseId;
import org.candour.access.CaseOrder;
import org.candour.access.ViewAssignments;
import org.candour.access.ViewConflictRefusals;
import org.candour.access.ViewConflictRefusals.ConflictRefusal;
import org.candour.access.ViewWorkload;
import org.candour.access.WaitingCase;
import org.candour.access.Workload;
import org.candour.casework.CaseSummary;
import org.candour.casework.ListCases;
import org.candour.casework.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk: which cases there are, who is asked to take one, who has too much to do, and who was turned away. */
@RestController
class AssignmentsController {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final ListCases listCases;
    private final ViewAssignments viewAssignments;
    private final ViewWorkload viewWorkload;
    private final ViewConflictRefusals viewConflictRefusals;
    private final Clock clock;

    AssignmentsController(
            ListCases listCases,
            ViewAssignments viewAssignments,
            ViewWorkload viewWorkload,
            ViewConflictRefusals viewConflictRefusals,
            Clock clock) {
        this.listCases = listCases;
        this.viewAssignments = viewAssignments;
        this.viewWorkload = viewWorkload;
        this.viewConflictRefusals = viewConflictRefusals;
        this.clock = clock;
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

    @GetMapping("/api/assignments/mine")
    @Performs(Act.LIST_PROPOSALS)
    Page<WaitingCase> mine(
            @RequestParam(required = false) @Nullable CaseId before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var waiting = viewAssignments.waitingFor(actor, Optional.ofNullable(before), size);
        return Page.of(waiting, size, one -> one.caseId().toString());
    }

    /** What is due within a week, unless another day is asked for. */
    @GetMapping("/api/workload")
    @Performs(Act.VIEW_WORKLOAD)
    Page<Workload> workload(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate dueBefore,
            @RequestParam(required = false) @Nullable ActorId before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var day =
                dueBefore == null ? clock.instant().atZone(LONDON).toLocalDate().plusDays(7) : dueBefore;
        var workloads = viewWorkload.view(day, Optional.ofNullable(before), size, actor);
        return Page.of(workloads, size, Workload::advocate);
    }

    @GetMapping("/api/conflict-refusals")
    @Performs(Act.LIST_CONFLICT_REFUSALS)
    Page<ConflictRefusal> conflictRefusals(
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Min(0) long before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var refusals = viewConflictRefusals.view(before, size, actor);
        return Page.of(refusals, size, refusal -> String.valueOf(refusal.ledgerIndex()));
    }
}
