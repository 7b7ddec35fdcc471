package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.risk.AssessRisk;
import org.candour.casework.risk.AssessmentDraft;
import org.candour.casework.risk.AssessmentView;
import org.candour.casework.risk.Grade;
import org.candour.casework.risk.Incident;
import org.candour.casework.risk.ItemAnswer;
import org.candour.casework.risk.MaracPrompt;
import org.candour.casework.risk.PolicePerpetratorFactor;
import org.candour.casework.risk.RiskTools;
import org.candour.casework.risk.Tool;
import org.candour.casework.risk.ViewRisk;
import org.candour.intake.FactDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much danger somebody is in. */
@RestController
class RiskController {
    private final ViewRisk viewRisk;
    private final AssessRisk assessRisk;
    private final RiskTools tools;

    RiskController(ViewRisk viewRisk, AssessRisk assessRisk, RiskTools tools) {
        this.viewRisk = viewRisk;
        this.assessRisk = assessRisk;
        this.tools = tools;
    }

    @GetMapping("/api/risk-tools")
    @OpenToAll("The structure of published tools, with their sources; nothing of any case")
    List<Tool> tools() {
        return tools.all();
    }

    @GetMapping("/api/cases/{caseId}/risk")
    @Performs(Act.VIEW_RISK)
    ResponseEntity<RiskPage> view(
            @PathVariable CaseId caseId,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var risk = viewRisk.view(caseId, Optional.ofNullable(before).map(UUID::toString), size + 1, actor);
        var page = Page.of(risk.assessments(), size, AssessmentView::id);
        return ResponseEntity.ok()
                .eTag(new Version(risk.version()).toETag())
                .body(new RiskPage(
                        page.items(),
                        page.before(),
                        risk.grade(),
                        risk.reviewDueOn(),
                        risk.isReviewDue(),
                        risk.maracPrompts(),
                        risk.incidents()));
    }

    @PostMapping("/api/cases/{caseId}/risk/assessments")
    @Performs(Act.ASSESS_RISK)
    ResponseEntity<Void> assess(
            @PathVariable CaseId caseId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewAssessment assessment,
            Actor actor) {
        return changed(assessRisk.assess(caseId, assessment.draft(), version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/risk/incidents")
    @Performs(Act.RECORD_INCIDENT)
    ResponseEntity<Void> incident(
            @PathVariable CaseId caseId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewIncident incident,
            Actor actor) {
        return changed(assessRisk.incident(caseId, incident.happenedOn(), version.value(), actor));
    }

    private static ResponseEntity<Void> changed(long version) {
        return ResponseEntity.noContent().eTag(new Version(version).toETag()).build();
    }

    /** A page of assessments, newest recorded first, and where the case stands. */
    record RiskPage(
            List<AssessmentView> items,
            @Nullable String before,
            Grade grade,
            @Nullable LocalDate reviewDueOn,
            boolean isReviewDue,
            Set<MaracPrompt> maracPrompts,
            List<Incident> incidents) {
        @Override
        public String toString() {
            return "RiskPage[hidden]";
        }
    }

    record NewIncident(@NotNull @Valid FactDate happenedOn) {}

    record NewOverride(
            @NotNull Grade grade,
            @NotBlank @Size(max = 4_000) String reason) {
        @Override
        public String toString() {
            return "NewOverride[hidden]";
        }
    }

    record NewAssessment(
            @NotBlank @Size(max = 40) String tool,
            @NotNull LocalDate assessedOn,

            @Nullable @Size(max = 100) Map<@NotBlank @Size(max = 40) String, @NotNull ItemAnswer> answers,

            @Nullable Map<@NotNull PolicePerpetratorFactor, @NotNull ItemAnswer> factors,
            @Nullable Grade judgement,
            @Nullable @Size(max = 4_000) String judgementReason,
            @Nullable Boolean isMaracByJudgement,
            @Nullable @Valid NewOverride override,
            @Nullable LocalDate reviewDueOn) {
        AssessmentDraft draft() {
            return new AssessmentDraft(
                    tool,
                    assessedOn,
                    Objects.requireNonNullElse(answers, Map.of()),
                    Objects.requireNonNullElse(factors, Map.of()),
                    judgement,
                    judgementReason,
                    Boolean.TRUE.equals(isMaracByJudgement),
                    override == null ? null : new AssessmentDraft.GradeOverride(override.grade(), override.reason()),
                    reviewDueOn);
        }

        @Override
        public String toString() {
            return "NewAssessment[hidden]";
        }
    }
}
