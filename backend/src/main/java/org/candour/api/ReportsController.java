package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.intake.Account;
import org.candour.intake.Accused;
import org.candour.intake.Exclusions;
import org.candour.intake.IdempotencyKey;
import org.candour.intake.Identity;
import org.candour.intake.ListOwnReports;
import org.candour.intake.ReportSummary;
import org.candour.intake.Submission;
import org.candour.intake.SubmitReport;
import org.candour.intake.Submitted;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A victim's reports. */
@RestController
class ReportsController {
    private final SubmitReport submitReport;
    private final ListOwnReports listOwnReports;

    ReportsController(SubmitReport submitReport, ListOwnReports listOwnReports) {
        this.submitReport = submitReport;
        this.listOwnReports = listOwnReports;
    }

    /** The hash comes after the body in the list of parameters, because reading the body makes it. */
    @AtTheFrontDoor
    @PostMapping("/api/reports")
    @Performs(Act.SUBMIT_REPORT)
    ResponseEntity<Receipt> submit(
            @RequestHeader("Idempotency-Key") IdempotencyKey key,
            @Valid @RequestBody Report report,
            @RequestAttribute(JsonBodies.SHA_256) String bodySha256,
            Actor actor) {
        var submitted = submitReport.submit(report.toSubmission(bodySha256), key, actor);
        return ResponseEntity.status(submitted.isRepeat() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/cases/" + submitted.caseId() + "/progress"))
                .body(Receipt.of(submitted));
    }

    @GetMapping("/api/reports")
    @Performs(Act.LIST_OWN_REPORTS)
    Page<ReportSummary> list(
            @RequestParam(required = false) @Nullable CaseId before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var reports = listOwnReports.list(Optional.ofNullable(before), size + 1, actor);
        return Page.of(reports, size, report -> report.id().toString());
    }

    record Report(
            @NotNull @Valid Identity identity,
            @NotNull @Valid Account account,
            @NotNull @Valid Accused accused,
            @Nullable @Valid Exclusions exclusions) {
        Submission toSubmission(String bodySha256) {
            return new Submission(identity, account, accused, Optional.ofNullable(exclusions), bodySha256);
        }

        @Override
        public String toString() {
            return "Report[hidden]";
        }
    }

    record Receipt(String caseId, String reference, String receipt) {
        static Receipt of(Submitted submitted) {
            return new Receipt(submitted.caseId().toString(), submitted.reference(), submitted.receipt());
        }
    }
}
