package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.ActorId;
import org.candour.access.AnswerAssignment;
import org.candour.access.AssignmentId;
import org.candour.access.AssignmentKind;
import org.candour.access.AssignmentReason;
import org.candour.access.AssignmentView;
import org.candour.access.CaseId;
import org.candour.access.EndAssignment;
import org.candour.access.Proposal;
import org.candour.access.ProposeAssignment;
import org.candour.access.ViewAssignments;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The people on one case: who is asked, who answers, who leaves. */
@RestController
class TeamController {
    private static final String PSEUDONYM = "[0-9a-f]{32}";

    private final ProposeAssignment proposeAssignment;
    private final AnswerAssignment answerAssignment;
    private final EndAssignment endAssignment;
    private final ViewAssignments viewAssignments;

    TeamController(
            ProposeAssignment proposeAssignment,
            AnswerAssignment answerAssignment,
            EndAssignment endAssignment,
            ViewAssignments viewAssignments) {
        this.proposeAssignment = proposeAssignment;
        this.answerAssignment = answerAssignment;
        this.endAssignment = endAssignment;
        this.viewAssignments = viewAssignments;
    }

    @GetMapping("/api/cases/{caseId}/assignments")
    @Performs(Act.VIEW_ASSIGNMENTS)
    Team list(@PathVariable CaseId caseId, Actor actor) {
        return new Team(viewAssignments.of(caseId, actor));
    }

    @PostMapping("/api/cases/{caseId}/assignments")
    @Performs(Act.ASSIGN_ADVOCATE)
    ResponseEntity<AssignmentView> propose(
            @PathVariable CaseId caseId, @Valid @RequestBody NewAssignment assignment, Actor actor) {
        return created(caseId, proposeAssignment.propose(caseId, assignment.toProposal(), actor));
    }

    @PostMapping("/api/cases/{caseId}/transfers")
    @Performs(Act.PASS_ON_CASE)
    ResponseEntity<AssignmentView> passOn(
            @PathVariable CaseId caseId, @Valid @RequestBody NewTransfer transfer, Actor actor) {
        return created(caseId, proposeAssignment.passOn(caseId, transfer.toProposal(actor), actor));
    }

    @PostMapping("/api/cases/{caseId}/assignments/{id}/acceptance")
    @Performs(Act.ACCEPT_ASSIGNMENT)
    AssignmentView accept(@PathVariable CaseId caseId, @PathVariable AssignmentId id, Actor actor) {
        return answerAssignment.accept(caseId, id, actor);
    }

    @PostMapping("/api/cases/{caseId}/assignments/{id}/refusal")
    @Performs(Act.DECLINE_ASSIGNMENT)
    AssignmentView decline(
            @PathVariable CaseId caseId, @PathVariable AssignmentId id, @Valid @RequestBody Why why, Actor actor) {
        return answerAssignment.decline(caseId, id, why.reason(), actor);
    }

    @PostMapping("/api/cases/{caseId}/assignments/{id}/withdrawal")
    @Performs(Act.WITHDRAW_ASSIGNMENT)
    AssignmentView withdraw(
            @PathVariable CaseId caseId, @PathVariable AssignmentId id, @Valid @RequestBody Why why, Actor actor) {
        return endAssignment.withdraw(caseId, id, why.reason(), actor);
    }

    @PostMapping("/api/cases/{caseId}/assignments/{id}/end")
    @Performs(Act.END_ASSIGNMENT)
    AssignmentView end(
            @PathVariable CaseId caseId, @PathVariable AssignmentId id, @Valid @RequestBody Why why, Actor actor) {
        return endAssignment.end(caseId, id, why.reason(), actor);
    }

    private static ResponseEntity<AssignmentView> created(CaseId caseId, AssignmentView view) {
        return ResponseEntity.created(URI.create("/api/cases/" + caseId + "/assignments"))
                .body(view);
    }

    record Team(List<AssignmentView> assignments) {}

    record Why(@NotNull AssignmentReason reason) {}

    record NewAssignment(
            @NotNull AssignmentKind kind,
            @NotNull @Pattern(regexp = PSEUDONYM) String advocate,
            @Nullable @Pattern(regexp = PSEUDONYM) String holder,
            @Nullable Instant from,
            @NotNull Instant until,
            @Nullable Instant holderLeavesAt,
            @NotNull AssignmentReason reason) {
        Proposal toProposal() {
            return new Proposal(
                    kind,
                    ActorId.of(advocate),
                    Optional.ofNullable(holder).map(ActorId::of),
                    Optional.ofNullable(from),
                    until,
                    Optional.ofNullable(holderLeavesAt),
                    reason);
        }
    }

    record NewTransfer(
            @NotNull AssignmentKind kind,
            @NotNull @Pattern(regexp = PSEUDONYM) String advocate,
            @NotNull Instant until,
            @Nullable Instant holderLeavesAt,
            @NotNull AssignmentReason reason) {
        Proposal toProposal(Actor holder) {
            return new Proposal(
                    kind,
                    ActorId.of(advocate),
                    Optional.of(holder.id()),
                    Optional.empty(),
                    until,
                    Optional.ofNullable(holderLeavesAt),
                    reason);
        }
    }
}
