package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.BodyId;
import org.candour.access.CaseId;
import org.candour.access.Consent;
import org.candour.access.Purpose;
import org.candour.rights.ConsentView;
import org.candour.rights.GiveConsent;
import org.candour.rights.ViewConsents;
import org.candour.rights.WithdrawConsent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** To whom a victim's case may be shown, for what and for how long. */
@RestController
class ConsentsController {
    private final GiveConsent giveConsent;
    private final WithdrawConsent withdrawConsent;
    private final ViewConsents viewConsents;

    ConsentsController(GiveConsent giveConsent, WithdrawConsent withdrawConsent, ViewConsents viewConsents) {
        this.giveConsent = giveConsent;
        this.withdrawConsent = withdrawConsent;
        this.viewConsents = viewConsents;
    }

    @PostMapping("/api/cases/{caseId}/consents")
    @Performs(Act.GIVE_CONSENT)
    @ResponseStatus(HttpStatus.CREATED)
    ConsentView give(@PathVariable CaseId caseId, @Valid @RequestBody NewConsent consent, Actor actor) {
        return giveConsent.give(
                caseId,
                BodyId.of(consent.recipient()),
                consent.purpose(),
                consent.until(),
                Optional.ofNullable(consent.form()),
                actor);
    }

    @GetMapping("/api/cases/{caseId}/consents")
    @Performs(Act.VIEW_CONSENTS)
    Page<ConsentView> view(
            @PathVariable CaseId caseId,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var consents = viewConsents.view(caseId, Optional.ofNullable(before), size + 1, actor);
        return Page.of(consents, size, consent -> consent.id().toString());
    }

    @PostMapping("/api/cases/{caseId}/consents/{id}/withdrawal")
    @Performs(Act.WITHDRAW_CONSENT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable CaseId caseId, @PathVariable UUID id, Actor actor) {
        withdrawConsent.withdraw(caseId, id, actor);
    }

    /** @param form how it was given; left out by the victim, and by an advocate for what was spoken */
    record NewConsent(
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
            String recipient,

            @NotNull Purpose purpose,
            @NotNull Instant until,
            Consent.@Nullable Form form) {}
}
