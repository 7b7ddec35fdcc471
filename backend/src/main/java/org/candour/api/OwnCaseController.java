package org.candour.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.AccessLogEntry;
import org.candour.casework.Progress;
import org.candour.casework.StatusChange;
import org.candour.casework.ViewAccessLog;
import org.candour.casework.ViewProgress;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A victim's own case: how it goes, and who opened it. In plain words as well as in codes. */
@RestController
class OwnCaseController {
    private final ViewProgress viewProgress;
    private final ViewAccessLog viewAccessLog;
    private final MessageSource messages;

    OwnCaseController(ViewProgress viewProgress, ViewAccessLog viewAccessLog, MessageSource messages) {
        this.viewProgress = viewProgress;
        this.viewAccessLog = viewAccessLog;
        this.messages = messages;
    }

    @GetMapping("/api/cases/{caseId}/progress")
    @Performs(Act.VIEW_PROGRESS)
    ProgressPage progress(@PathVariable CaseId caseId, Actor actor, Locale locale) {
        var progress = viewProgress.view(caseId, actor);
        return ProgressPage.of(progress, say("status." + progress.status(), locale));
    }

    @GetMapping("/api/cases/{caseId}/access-log")
    @Performs(Act.VIEW_ACCESS_LOG)
    Page<AccessLine> accessLog(
            @PathVariable CaseId caseId,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) @Min(0) long before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor,
            Locale locale) {
        var lines = viewAccessLog.view(caseId, before, size + 1, actor).stream()
                .map(entry -> line(entry, locale))
                .toList();
        return Page.of(lines, size, line -> String.valueOf(line.entry().ledgerIndex()));
    }

    private AccessLine line(AccessLogEntry entry, Locale locale) {
        var words = say("act." + entry.act(), locale);
        return new AccessLine(
                entry, entry.isRefused() ? messages.getMessage("act.refused", new Object[] {words}, locale) : words);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, new Object[0], locale);
    }

    record ProgressPage(
            String reference, String status, String inPlainWords, Instant since, List<StatusChange> history) {
        static ProgressPage of(Progress progress, String inPlainWords) {
            return new ProgressPage(
                    progress.reference(), progress.status().name(), inPlainWords, progress.since(), progress.history());
        }
    }

    record AccessLine(
            @com.fasterxml.jackson.annotation.JsonUnwrapped AccessLogEntry entry, String inPlainWords) {}
}
