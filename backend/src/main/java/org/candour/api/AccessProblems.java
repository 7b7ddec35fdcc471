package org.candour.api;

import java.util.List;
import org.candour.access.EmergencyClosed;
import org.candour.access.EmergencyRefused;
import org.candour.access.SecondApproverNeeded;
import org.candour.access.StepUpNeeded;
import org.candour.api.Problem.FieldError;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns the refusals of the {@code access} room that say more than yes or no into problems. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessProblems {
    /** The challenge of RFC 9470 section 3: the client asks the realm for this level, and comes again. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> stepUpNeeded(StepUpNeeded needed) {
        var challenge = "Bearer error=\"insufficient_user_authentication\","
                + " error_description=\"A second factor given a short while ago is needed\","
                + " acr_values=\"" + needed.level() + "\", max_age=\""
                + needed.maxAge().toSeconds() + "\"";
        var problem = Problem.STEP_UP_NEEDED.detail();
        return as(problem).header(HttpHeaders.WWW_AUTHENTICATE, challenge).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> emergencyClosed(EmergencyClosed closed) {
        var problem = Problem.STATUS_CONFLICT.detail();
        problem.setProperty("current", closed.current());
        problem.setProperty("allowed", closed.current().next().stream().sorted().toList());
        return as(problem).body(problem);
    }

    @ExceptionHandler(SecondApproverNeeded.class)
    ResponseEntity<ProblemDetail> secondApproverNeeded() {
        var problem = Problem.SECOND_PERSON_NEEDED.detail();
        return as(problem).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> emergencyRefused(EmergencyRefused refused) {
        var error = switch (refused.reason()) {
            case MINUTES -> new FieldError("minutes", "more than an emergency access may last");
            case HELD_BACK_UNTIL ->
                new FieldError("heldBackUntil", "must be in the future and within the longest time of holding back");
            case WHY_HELD_BACK -> new FieldError("reason", "say why it would not be safe to show it");
        };
        var problem = Problem.EMERGENCY_REFUSED.of(List.of(error));
        return as(problem).body(problem);
    }

    private static ResponseEntity.BodyBuilder as(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
