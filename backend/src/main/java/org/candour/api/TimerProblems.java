package org.candour.api;

import java.util.List;
import org.candour.api.Problem.FieldError;
import org.candour.casework.proceedings.HappeningRefused;
import org.candour.casework.timers.ClockFull;
import org.candour.casework.timers.EvidenceRefused;
import org.candour.casework.timers.NoSuchTimer;
import org.candour.casework.timers.PauseConflict;
import org.candour.casework.timers.PauseRefused;
import org.candour.casework.timers.TimerConflict;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns the refusals of the rights clock into problems; asked before {@link Problems}, which has an answer to everything. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class TimerProblems {
    @ExceptionHandler(NoSuchTimer.class)
    ResponseEntity<ProblemDetail> noSuchTimer() {
        return answer(Problem.NOT_FOUND.detail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> timerConflict(TimerConflict conflict) {
        var problem = Problem.STATUS_CONFLICT.detail();
        problem.setProperty("current", conflict.from());
        problem.setProperty("allowed", conflict.allowed().stream().sorted().toList());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> pauseConflict(PauseConflict conflict) {
        var problem = Problem.STATUS_CONFLICT.detail();
        problem.setProperty("current", conflict.current());
        problem.setProperty("allowed", conflict.allowed());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> pauseRefused(PauseRefused refused) {
        return answer(Problem.ENTRY_REFUSED.of(List.of(new FieldError(
                refused.field(), "must lie within the time limit, and pauses follow each other without overlap"))));
    }

    @ExceptionHandler(ClockFull.class)
    ResponseEntity<ProblemDetail> clockFull() {
        return answer(Problem.ENTRY_REFUSED.of(
                List.of(new FieldError("", "the case holds as many time limits and findings as one may"))));
    }

    @ExceptionHandler(EvidenceRefused.class)
    ResponseEntity<ProblemDetail> evidenceRefused() {
        return answer(Problem.ENTRY_REFUSED.of(
                List.of(new FieldError("at", "must lie between the start of the time limit and now"))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> happeningRefused(HappeningRefused refused) {
        var reason = switch (refused.rule()) {
            case BELONGS_TO_A_TRACK -> "is told on its track, with who decided and who knew";
            case IN_THE_FUTURE -> "has not come yet";
            case NOT_TOLD -> "is nothing that holds in this case";
            case REASON_MISSING -> "is needed here";
        };
        return answer(Problem.ENTRY_REFUSED.of(List.of(new FieldError(refused.field(), reason))));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
