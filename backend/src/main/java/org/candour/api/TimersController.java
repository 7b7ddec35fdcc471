package org.candour.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candour.access.Act;
import org.candour.access.Actor;
import org.candour.access.CaseId;
import org.candour.casework.proceedings.CaseBreaches;
import org.candour.casework.proceedings.CaseTimers;
import org.candour.casework.proceedings.JudgeTimer;
import org.candour.casework.proceedings.ListBreaches;
import org.candour.casework.proceedings.StartTimer;
import org.candour.casework.proceedings.ViewExpectations;
import org.candour.casework.proceedings.ViewTimers;
import org.candour.casework.timers.Evidence;
import org.candour.casework.timers.Expectation;
import org.candour.casework.timers.Judgement;
import org.candour.casework.timers.Rule;
import org.candour.casework.timers.RuleBook;
import org.candour.casework.timers.Tier;
import org.candour.casework.timers.Trigger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rights clock: what is owed by when, what was missed, and by which rule. */
@RestController
class TimersController {
    private final ViewTimers viewTimers;
    private final StartTimer startTimer;
    private final JudgeTimer judgeTimer;
    private final ListBreaches listBreaches;
    private final ViewExpectations viewExpectations;
    private final RuleBook rules;

    TimersController(
            ViewTimers viewTimers,
            StartTimer startTimer,
            JudgeTimer judgeTimer,
            ListBreaches listBreaches,
            ViewExpectations viewExpectations,
            RuleBook rules) {
        this.viewTimers = viewTimers;
        this.startTimer = startTimer;
        this.judgeTimer = judgeTimer;
        this.listBreaches = listBreaches;
        this.viewExpectations = viewExpectations;
        this.rules = rules;
    }

    @GetMapping("/api/timer-rules")
    @OpenToAll("Time limits of public law with their sources; the portal explains rights before anybody signs in")
    List<Rule> rules() {
        return rules.all();
    }

    @GetMapping("/api/breaches")
    @Performs(Act.LIST_BREACHES)
    Page<CaseBreaches> breaches(
            @RequestParam(required = false) @Nullable CaseId before,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.LIMIT) int size,
            Actor actor) {
        var cases = listBreaches.list(Optional.ofNullable(before), size, actor);
        return Page.of(cases, size, breaches -> breaches.caseId().toString());
    }

    @GetMapping("/api/cases/{caseId}/timers")
    @Performs(Act.VIEW_TIMERS)
    ResponseEntity<CaseTimers> view(@PathVariable CaseId caseId, Actor actor) {
        var timers = viewTimers.view(caseId, actor);
        return ResponseEntity.ok().eTag(new Version(timers.version()).toETag()).body(timers);
    }

    @GetMapping("/api/cases/{caseId}/expectations")
    @Performs(Act.VIEW_EXPECTATIONS)
    List<Expectation> expectations(@PathVariable CaseId caseId, Actor actor) {
        return viewExpectations.view(caseId, actor);
    }

    @PostMapping("/api/cases/{caseId}/happenings")
    @Performs(Act.START_TIMER)
    ResponseEntity<Void> start(
            @PathVariable CaseId caseId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewHappening happening,
            Actor actor) {
        return changed(startTimer.record(caseId, happening.told(), version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/happenings/{happeningId}/retraction")
    @Performs(Act.START_TIMER)
    ResponseEntity<Void> takeBack(
            @PathVariable CaseId caseId,
            @PathVariable UUID happeningId,
            @RequestHeader("If-Match") Version version,
            Actor actor) {
        return changed(startTimer.takeBack(caseId, happeningId, version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/tier")
    @Performs(Act.CHANGE_TIER)
    ResponseEntity<Void> changeTier(
            @PathVariable CaseId caseId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewTier change,
            Actor actor) {
        return changed(startTimer.changeTier(caseId, change.tier(), version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/timers/{timerId}/evidence")
    @Performs(Act.JUDGE_TIMER)
    ResponseEntity<Void> meet(
            @PathVariable CaseId caseId,
            @PathVariable UUID timerId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewEvidence evidence,
            Actor actor) {
        return changed(judgeTimer.meet(caseId, timerId, evidence.asEvidence(), version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/timers/{timerId}/judgement")
    @Performs(Act.JUDGE_TIMER)
    ResponseEntity<Void> judge(
            @PathVariable CaseId caseId,
            @PathVariable UUID timerId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewJudgement judgement,
            Actor actor) {
        var reason = Optional.ofNullable(judgement.reason());
        return changed(judgeTimer.judge(caseId, timerId, judgement.verdict(), reason, version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/timers/{timerId}/start")
    @Performs(Act.JUDGE_TIMER)
    ResponseEntity<Void> date(
            @PathVariable CaseId caseId,
            @PathVariable UUID timerId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewStart start,
            Actor actor) {
        return changed(judgeTimer.date(caseId, timerId, start.on(), version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/timers/{timerId}/pause")
    @Performs(Act.JUDGE_TIMER)
    ResponseEntity<Void> pause(
            @PathVariable CaseId caseId,
            @PathVariable UUID timerId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewPause pause,
            Actor actor) {
        return changed(judgeTimer.pause(caseId, timerId, pause.from(), version.value(), actor));
    }

    @PostMapping("/api/cases/{caseId}/timers/{timerId}/pause/end")
    @Performs(Act.JUDGE_TIMER)
    ResponseEntity<Void> unpause(
            @PathVariable CaseId caseId,
            @PathVariable UUID timerId,
            @RequestHeader("If-Match") Version version,
            @Valid @RequestBody NewPauseEnd end,
            Actor actor) {
        return changed(judgeTimer.unpause(caseId, timerId, end.to(), version.value(), actor));
    }

    private static ResponseEntity<Void> changed(long version) {
        return ResponseEntity.noContent().eTag(new Version(version).toETag()).build();
    }

    record NewHappening(
            @NotNull Trigger trigger,
            @Nullable LocalDate on,
            @Nullable Instant at,
            @Nullable @Min(1) @Max(366) Integer agreedDays,
            @Nullable UUID corrects) {
        StartTimer.NewHappening told() {
            return new StartTimer.NewHappening(trigger, on, at, agreedDays, corrects);
        }
    }

    record NewTier(@NotNull Tier tier) {}

    record NewEvidence(
            @NotNull Instant at,
            Evidence.@NotNull Channel channel,
            Evidence.@NotNull Party toldBy,
            Evidence.@NotNull Party toldTo,
            Evidence.@NotNull Agreement victimAgrees) {
        Evidence asEvidence() {
            return new Evidence(at, channel, toldBy, toldTo, victimAgrees);
        }
    }

    record NewJudgement(JudgeTimer.@NotNull Verdict verdict, Judgement.@Nullable ReasonCode reason) {}

    record NewStart(@NotNull LocalDate on) {}

    record NewPause(@NotNull LocalDate from) {}

    record NewPauseEnd(@NotNull LocalDate to) {}
}
