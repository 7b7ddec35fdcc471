package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.disclosure.ApproveDisclosure;
import org.candour.disclosure.CorrectDisclosure;
import org.candour.disclosure.DisclosedFile;
import org.candour.disclosure.DisclosureId;
import org.candour.disclosure.DisclosureSummary;
import org.candour.disclosure.DraftView;
import org.candour.disclosure.ListDisclosures;
import org.candour.disclosure.PrepareDisclosure;
import org.candour.disclosure.ProposeDisclosure;
import org.candour.disclosure.ReadDisclosure;
import org.candour.disclosure.ReleaseDisclosure;
import org.candour.disclosure.ReviewDisclosure;
import org.candour.disclosure.WithdrawDisclosure;
import org.candour.disclosure.redaction.Category;
import org.candour.disclosure.redaction.Redaction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Redacted copies: prepared by an advocate, approved by a commissioner, read by an investigator. */
@RestController
class DisclosuresController {
    private final PrepareDisclosure prepareDisclosure;
    private final ReviewDisclosure reviewDisclosure;
    private final CorrectDisclosure correctDisclosure;
    private final ProposeDisclosure proposeDisclosure;
    private final ApproveDisclosure approveDisclosure;
    private final ReleaseDisclosure releaseDisclosure;
    private final WithdrawDisclosure withdrawDisclosure;
    private final ReadDisclosure readDisclosure;
    private final ListDisclosures listDisclosures;

    DisclosuresController(
            PrepareDisclosure prepareDisclosure,
            ReviewDisclosure reviewDisclosure,
            CorrectDisclosure correctDisclosure,
            ProposeDisclosure proposeDisclosure,
            ApproveDisclosure approveDisclosure,
            ReleaseDisclosure releaseDisclosure,
            WithdrawDisclosure withdrawDisclosure,
            ReadDisclosure readDisclosure,
            ListDisclosures listDisclosures) {
        this.prepareDisclosure = prepareDisclosure;
        this.reviewDisclosure = reviewDisclosure;
        this.correctDisclosure = correctDisclosure;
        this.proposeDisclosure = proposeDisclosure;
        this.approveDisclosure = approveDisclosure;
        this.releaseDisclosure = releaseDisclosure;
        this.withdrawDisclosure = withdrawDisclosure;
        this.readDisclosure = readDisclosure;
        this.listDisclosures = listDisclosures;
    }

    @PostMapping("/api/cases/{caseId}/disclosures")
    @Performs(Act.PREPARE_DISCLOSURE)
    ResponseEntity<DraftView> prepare(
            @PathVariable CaseId caseId, @Valid @RequestBody NewDisclosure disclosure, Actor actor) {
        var draft = prepareDisclosure.prepare(caseId, BodyId.of(disclosure.recipient()), actor);
        return ResponseEntity.created(
                        URI.create("/api/disclosures/" + draft.summary().id() + "/draft"))
                .eTag(etag(draft.summary()))
                .body(draft);
    }

    @GetMapping("/api/disclosures/{id}/draft")
    @Performs(Act.REVIEW_DISCLOSURE)
    ResponseEntity<DraftView> review(@PathVariable DisclosureId id, Actor actor) {
        return answer(reviewDisclosure.review(id, actor));
    }

    @PutMapping("/api/disclosures/{id}/redactions")
    @Performs(Act.CORRECT_DISCLOSURE)
    ResponseEntity<DraftView> correct(
            @PathVariable DisclosureId id,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody Corrections corrections,
            Actor actor) {
        return answer(correctDisclosure.correct(id, corrections.toRedactions(), version.value(), actor));
    }

    @PostMapping("/api/disclosures/{id}/proposal")
    @Performs(Act.PROPOSE_DISCLOSURE)
    ResponseEntity<DisclosureSummary> propose(
            @PathVariable DisclosureId id, @RequestHeader("If-Match") Version version, Actor actor) {
        var summary = proposeDisclosure.propose(id, version.value(), actor);
        return ResponseEntity.ok().eTag(etag(summary)).body(summary);
    }

    @GetMapping("/api/approvals")
    @Performs(Act.LIST_APPROVALS)
    Page<DisclosureSummary> awaitingApproval(
            @RequestParam(required = false) @Nullable DisclosureId before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var waiting = listDisclosures.awaitingApproval(Optional.ofNullable(before), size, actor);
        return Page.of(waiting, size, summary -> summary.id().toString());
    }

    @PostMapping("/api/disclosures/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Performs(Act.APPROVE_DISCLOSURE)
    void approve(@PathVariable DisclosureId id, Actor actor) {
        approveDisclosure.approve(id, actor);
    }

    @PostMapping("/api/disclosures/{id}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Performs(Act.RELEASE_DISCLOSURE)
    void release(@PathVariable DisclosureId id, @Valid @RequestBody NewRelease release, Actor actor) {
        releaseDisclosure.release(id, release.expiresAt(), actor);
    }

    @PostMapping("/api/disclosures/{id}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Performs(Act.WITHDRAW_DISCLOSURE)
    void withdraw(@PathVariable DisclosureId id, Actor actor) {
        withdrawDisclosure.withdraw(id, actor);
    }

    @GetMapping("/api/disclosures")
    @Performs(Act.LIST_DISCLOSURES)
    Page<Disclosed> readable(
            @RequestParam(required = false) @Nullable DisclosureId before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var released = listDisclosures.readable(Optional.ofNullable(before), size, actor).stream()
                .map(Disclosed::of)
                .toList();
        return Page.of(released, size, Disclosed::id);
    }

    @GetMapping("/api/disclosures/{id}/file")
    @Performs(Act.READ_DISCLOSURE)
    DisclosedFile read(@PathVariable DisclosureId id, Actor actor) {
        return readDisclosure.read(id, actor);
    }

    private static ResponseEntity<DraftView> answer(DraftView draft) {
        return ResponseEntity.ok().eTag(etag(draft.summary())).body(draft);
    }

    private static String etag(DisclosureSummary summary) {
        return new Version(summary.version()).toETag();
    }

    record NewDisclosure(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
            String recipient) {}

    record NewRelease(@NotNull Instant expiresAt) {}

    record Corrections(@NotNull @Size(max = 5_000) List<@NotNull @Valid Correction> redactions) {
        List<Redaction> toRedactions() {
            return redactions.stream().map(Correction::toRedaction).toList();
        }
    }

    /** What an advocate marked by hand needs no further look. The form of the replacement keeps free text out of the copy. */
    record Correction(
            @PositiveOrZero int start,
            @PositiveOrZero int end,
            @NotNull Category category,

            @NotNull @Pattern(regexp = "\\[\\p{L}[\\p{L}\\p{N} :-]{0,79}]")
            String replacement) {
        Redaction toRedaction() {
            return new Redaction(start, end, category, replacement, false);
        }
    }

    /** A released disclosure, without the id of its case: a recipient has no use for one. */
    record Disclosed(String id, Instant expiresAt) {
        static Disclosed of(DisclosureSummary summary) {
            return new Disclosed(summary.id().toString(), java.util.Objects.requireNonNull(summary.expiresAt()));
        }
    }
}
