package org.candour.api;

import java.util.List;
import org.candour.api.Problem.FieldError;
import org.candour.casework.chronology.AlarmConflict;
import org.candour.casework.chronology.EntryRefused;
import org.candour.casework.chronology.EntrySuperseded;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns the refusals of the chronology into problems; asked before {@link Problems}, which has an answer to everything. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ChronologyProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> entryRefused(EntryRefused refused) {
        var reason = switch (refused.reason()) {
            case BODY_NOT_LISTED -> "no such body is listed; UNKNOWN is a value";
            case MISSING -> "this kind of entry needs it; UNKNOWN is a value";
            case NOT_OF_THIS_KIND -> "this kind of entry has no such field";
            case IN_THE_FUTURE -> "has not come yet";
            case BEFORE_IT_HAPPENED -> "is before it happened";
            case TWICE -> "stands twice";
            case FULL -> "the chronology of a case holds no more";
        };
        return answer(Problem.ENTRY_REFUSED.of(List.of(new FieldError(refused.field(), reason))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> entrySuperseded(EntrySuperseded superseded) {
        var problem = Problem.STATUS_CONFLICT.detail();
        problem.setProperty("current", "SUPERSEDED");
        problem.setProperty("supersededBy", superseded.by());
        problem.setProperty("allowed", List.of());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> alarmConflict(AlarmConflict conflict) {
        var problem = Problem.STATUS_CONFLICT.detail();
        problem.setProperty("current", conflict.from());
        problem.setProperty("allowed", conflict.allowed().stream().sorted().toList());
        return answer(problem);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
