package org.candour.api;

import java.util.List;
import org.candour.api.Problem.FieldError;
import org.candour.casework.risk.AssessmentRefused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns the refusals of risk into problems; asked before {@link Problems}, which has an answer to everything. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RiskProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> assessmentRefused(AssessmentRefused refused) {
        var reason = switch (refused.reason()) {
            case TOOL_NOT_LISTED -> "no such tool was in use on that day";
            case ITEM_NOT_LISTED -> "the tool has no such item";
            case GRADE_MISSING -> "a person must give a grade here, and UNKNOWN is none";
            case REASON_MISSING -> "is needed here";
            case IN_THE_FUTURE -> "has not come yet";
            case BEFORE_THE_ASSESSMENT -> "is before the assessment";
            case FULL -> "the risk record of a case holds no more";
        };
        var problem = Problem.ENTRY_REFUSED.of(List.of(new FieldError(refused.field(), reason)));
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
