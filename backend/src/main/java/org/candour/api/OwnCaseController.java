package org.candour.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.AccessLogEntry;
import org.candour.casework.Choice;
import org.candour.casework.Outlook;
import org.candour.casework.Progress;
import org.candour.casework.StatusChange;
import org.candour.casework.ViewAccessLog;
import org.candour.casework.ViewProgress;
import org.candour.casework.ownrecord.Participation;
import org.candour.casework.timers.Expectation;
import org.jspecify.annotations.Nullable;
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
        var words = new ExpectedWords(messages, locale);
        return ProgressPage.of(
                progress,
                say("status." + progress.status(), locale),
                outlook(progress, locale),
                say("participation." + progress.participation(), locale),
                progress.expected().stream()
                        .map(next -> new NextDuty(next, words.say(next)))
                        .toList(),
                progress.choices().stream()
                        .map(choice -> new NextStep(choice, say("choice." + choice, locale)))
                        .toList());
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
                entry,
                entry.isRefused() ? messages.getMessage("act.refused", new Object[] {words}, locale) : words,
                say("purpose." + entry.purpose(), locale),
                Optional.ofNullable(entry.refusedBecause())
                        .map(reason -> say("refusal." + reason, locale))
                        .orElse(null));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, new Object[0], locale);
    }

    /** The day is the only thing that is put into words; no countdown, whatever it is. */
    private String outlook(Progress progress, Locale locale) {
        var day = Optional.ofNullable(progress.nextCheckOn())
                .map(DateTimeFormatter.ofPattern("d MMMM uuuu", locale)::format)
                .orElse("");
        return messages.getMessage("outlook." + progress.outlook(), new Object[] {day}, locale);
    }

    /**
     * How a case goes.
     *
     * @param inPlainWords where it stands
     * @param outlook what the victim can count on, as a code
     * @param outlookInPlainWords the same in words
     * @param nextCheckOn when the case team said that it will look again; missing if it has not said
     * @param participation whether the victim takes part, has paused or has withdrawn
     * @param whatHappensNext the same in words
     * @param expected what others owe the victim next, and what they may ask for, soonest first
     * @param advocates the organisations of the victim's advocates, by their ids
     * @param choices what the victim can do next
     */
    record ProgressPage(
            String reference,
            String status,
            String inPlainWords,
            Instant since,
            List<StatusChange> history,
            Outlook outlook,
            String outlookInPlainWords,
            @Nullable LocalDate nextCheckOn,
            Participation participation,
            String whatHappensNext,
            List<NextDuty> expected,
            List<String> advocates,
            List<NextStep> choices) {
        static ProgressPage of(
                Progress progress,
                String inPlainWords,
                String outlookInPlainWords,
                String whatHappensNext,
                List<NextDuty> expected,
                List<NextStep> choices) {
            return new ProgressPage(
                    progress.reference(),
                    progress.status().name(),
                    inPlainWords,
                    progress.since(),
                    progress.history(),
                    progress.outlook(),
                    outlookInPlainWords,
                    progress.nextCheckOn(),
                    progress.participation(),
                    whatHappensNext,
                    expected,
                    progress.advocates(),
                    choices);
        }
    }

    record NextDuty(
            @com.fasterxml.jackson.annotation.JsonUnwrapped Expectation expectation, String inPlainWords) {}

    record NextStep(Choice choice, String inPlainWords) {}

    /**
     * One line of the access log.
     *
     * @param inPlainWords what was done, or tried
     * @param purposeInPlainWords what for
     * @param refusedInPlainWords why they were turned away; missing unless they were
     */
    record AccessLine(
            @com.fasterxml.jackson.annotation.JsonUnwrapped AccessLogEntry entry,
            String inPlainWords,
            String purposeInPlainWords,
            @Nullable String refusedInPlainWords) {}
}
