package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.ApproveEmergencyAccess;
import org.candour.access.ApproveEmergencyAccess.HoldBack;
import org.candour.access.CaseId;
import org.candour.access.EmergencyRequestId;
import org.candour.access.EmergencyRequestView;
import org.candour.access.EmergencySummary;
import org.candour.access.EndEmergencyAccess;
import org.candour.access.ListEmergencyRequests;
import org.candour.access.RefuseEmergencyAccess;
import org.candour.access.RequestEmergencyAccess;
import org.candour.access.ViewEmergencyRequest;
import org.candour.access.ViewOwnEmergencyRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Emergency access: one person asks, another decides, and it ends by itself. */
@RestController
class EmergencyAccessController {
    private final RequestEmergencyAccess requestAccess;
    private final ListEmergencyRequests listRequests;
    private final ViewEmergencyRequest viewRequest;
    private final ApproveEmergencyAccess approveAccess;
    private final RefuseEmergencyAccess refuseAccess;
    private final ViewOwnEmergencyRequests viewOwn;
    private final EndEmergencyAccess endAccess;

    EmergencyAccessController(
            RequestEmergencyAccess requestAccess,
            ListEmergencyRequests listRequests,
            ViewEmergencyRequest viewRequest,
            ApproveEmergencyAccess approveAccess,
            RefuseEmergencyAccess refuseAccess,
            ViewOwnEmergencyRequests viewOwn,
            EndEmergencyAccess endAccess) {
        this.requestAccess = requestAccess;
        this.listRequests = listRequests;
        this.viewRequest = viewRequest;
        this.approveAccess = approveAccess;
        this.refuseAccess = refuseAccess;
        this.viewOwn = viewOwn;
        this.endAccess = endAccess;
    }

    @PostMapping("/api/cases/{caseId}/emergency-access")
    @Performs(Act.REQUEST_EMERGENCY_ACCESS)
    ResponseEntity<EmergencySummary> request(
            @PathVariable CaseId caseId, @Valid @RequestBody NewEmergency emergency, Actor actor) {
        var request =
                requestAccess.request(caseId, emergency.reason(), Optional.ofNullable(emergency.minutes()), actor);
        return ResponseEntity.created(URI.create("/api/emergency-access/mine/" + request.id()))
                .body(request);
    }

    @GetMapping("/api/emergency-access")
    @Performs(Act.LIST_EMERGENCY_REQUESTS)
    Page<EmergencySummary> list(
            @RequestParam(required = false) @Nullable EmergencyRequestId before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var waiting = listRequests.waiting(Optional.ofNullable(before), size + 1, actor);
        return Page.of(waiting, size, request -> request.id().toString());
    }

    @GetMapping("/api/emergency-access/{id}")
    @Performs(Act.VIEW_EMERGENCY_REQUEST)
    EmergencyRequestView view(@PathVariable EmergencyRequestId id, Actor actor) {
        return viewRequest.view(id, actor);
    }

    @PostMapping("/api/emergency-access/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Performs(Act.APPROVE_EMERGENCY_ACCESS)
    void approve(@PathVariable EmergencyRequestId id, @Valid @RequestBody NewApproval approval, Actor actor) {
        approveAccess.approve(id, approval.holdBack(), actor);
    }

    @PostMapping("/api/emergency-access/{id}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Performs(Act.REFUSE_EMERGENCY_ACCESS)
    void refuse(@PathVariable EmergencyRequestId id, Actor actor) {
        refuseAccess.refuse(id, actor);
    }

    @GetMapping("/api/emergency-access/mine")
    @Performs(Act.LIST_OWN_EMERGENCY_REQUESTS)
    Page<EmergencySummary> listOwn(
            @RequestParam(required = false) @Nullable EmergencyRequestId before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var own = viewOwn.list(Optional.ofNullable(before), size, actor);
        return Page.of(own, size, request -> request.id().toString());
    }

    @GetMapping("/api/emergency-access/mine/{id}")
    @Performs(Act.VIEW_OWN_EMERGENCY_REQUEST)
    EmergencySummary viewOwn(@PathVariable EmergencyRequestId id, Actor actor) {
        return viewOwn.view(id, actor);
    }

    @PostMapping("/api/emergency-access/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Performs(Act.END_EMERGENCY_ACCESS)
    void end(@PathVariable EmergencyRequestId id, Actor actor) {
        endAccess.end(id, actor);
    }

    record NewEmergency(
            @NotBlank @Size(max = 2_000) String reason,
            @Nullable @Min(1) Integer minutes) {
        @Override
        public String toString() {
            return "NewEmergency[hidden]";
        }
    }

    /** Empty unless it is to be held back from the victim, for their safety. */
    record NewApproval(
            @Nullable Instant heldBackUntil,
            @Nullable @Size(max = 2_000) String reason) {
        Optional<HoldBack> holdBack() {
            return Optional.ofNullable(heldBackUntil).map(until -> new HoldBack(until, Optional.ofNullable(reason)));
        }

        @Override
        public String toString() {
            return "NewApproval[hidden]";
        }
    }
}
