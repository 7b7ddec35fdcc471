package org.candour.api;

import java.util.List;
import org.candour.api.Problem.FieldError;
import org.candour.casework.ScopeConflict;
import org.candour.casework.ownrecord.OwnRecordFull;
import org.candour.casework.ownrecord.ParticipationConflict;
import org.candour.casework.progress.NextCheckRefused;
import org.candour.disclosure.ConsentMissing;
import org.candour.disclosure.DisclosureOutdated;
import org.candour.rights.ConsentRefused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns refusals on the victim's side into problems; asked before {@link Problems}, which takes all that is left. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SharingProblems {
    @ExceptionHandler
    ResponseEntity<ProblemDetail> consentMissing(ConsentMissing missing) {
        var problem = Problem.CONSENT_MISSING.detail();
        problem.setProperty("recipient", missing.recipient().value());
        problem.setProperty("purpose", missing.purpose());
        return answer(problem);
    }

    @ExceptionHandler(DisclosureOutdated.class)
    ResponseEntity<ProblemDetail> disclosureOutdated() {
        return answer(Problem.DISCLOSURE_OUTDATED.detail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> consentRefused(ConsentRefused refused) {
        var error = switch (refused.reason()) {
            case RECIPIENT -> new FieldError("recipient", "this case may not be shown to that body");
            case PURPOSE -> new FieldError("purpose", "must be INVESTIGATION or SUPPORT");
            case TERM -> new FieldError("until", "must be in the future and within the longest term of a consent");
            case FORM ->
                new FieldError("form", "must be SPOKEN or WRITTEN from an advocate, and BY_VICTIM from the victim");
        };
        return answer(Problem.CONSENT_REFUSED.of(List.of(error)));
    }

    @ExceptionHandler(NextCheckRefused.class)
    ResponseEntity<ProblemDetail> nextCheckRefused() {
        return answer(Problem.NEXT_CHECK_REFUSED.of(
                List.of(new FieldError("dueOn", "must be today or later, and within six months"))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> participationConflict(ParticipationConflict conflict) {
        var problem = Problem.STATUS_CONFLICT.detail();
        problem.setProperty("current", conflict.from());
        problem.setProperty("allowed", conflict.allowed().stream().sorted().toList());
        return answer(problem);
    }

    @ExceptionHandler(OwnRecordFull.class)
    ResponseEntity<ProblemDetail> ownRecordFull() {
        return answer(Problem.OWN_RECORD_FULL.detail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> scopeConflict(ScopeConflict conflict) {
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
