package org.candour.api;

import org.candour.access.StepUpNeeded;
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
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .body(problem);
    }
}
