package org.candour.api;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.candour.access.AssignmentConflict;
import org.candour.access.GrantRefused;
import org.candour.access.NoSuchThing;
import org.candour.access.RoleMissing;
import org.candour.api.Problem.FieldError;
import org.candour.casework.StatusConflict;
import org.candour.casework.VersionConflict;
import org.candour.casework.proceedings.FactRefused;
import org.candour.casework.proceedings.StateConflict;
import org.candour.custody.OrderClosed;
import org.candour.custody.SecondCustodianNeeded;
import org.candour.disclosure.DisclosureChanged;
import org.candour.disclosure.RecipientRefused;
import org.candour.disclosure.ReviewMissing;
import org.candour.disclosure.SecondPersonNeeded;
import org.candour.disclosure.StageConflict;
import org.candour.disclosure.TermRefused;
import org.candour.disclosure.redaction.RedactionRejected;
import org.candour.intake.IdempotencyKeyReused;
import org.candour.ledger.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Turns refusals and faults into problems. Logs faults once, by their type alone: a message might carry what was sent. */
@RestControllerAdvice
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler({NoSuchThing.class, NoResourceFoundException.class})
    ResponseEntity<ProblemDetail> notFound() {
        return answer(Problem.NOT_FOUND.detail());
    }

    /** The firewall also looks at parameters, but not before somebody asks for one. */
    @ExceptionHandler(RequestRejectedException.class)
    ResponseEntity<ProblemDetail> rejected() {
        return answer(Problem.BAD_REQUEST.detail());
    }

    @ExceptionHandler(RoleMissing.class)
    ResponseEntity<ProblemDetail> roleMissing() {
        return answer(Problem.ROLE_MISSING.detail());
    }

    @ExceptionHandler({Unavailable.class, DataAccessException.class, MongoException.class})
    ResponseEntity<ProblemDetail> unavailable(RuntimeException cause) {
        LOG.warn("A request was refused because a part does not answer: {}", Fault.typesOf(cause));
        return answer(Problem.UNAVAILABLE.detail());
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<ProblemDetail> fault(Exception cause) {
        LOG.error("A fault: {} at {}", Fault.typesOf(cause), Fault.placeOf(cause));
        return answer(Problem.FAULT.detail());
    }

    @ExceptionHandler(IdempotencyKeyReused.class)
    ResponseEntity<ProblemDetail> idempotencyKeyReused() {
        return answer(Problem.IDEMPOTENCY_KEY_REUSED.of(
                List.of(new FieldError("Idempotency-Key", "use a new key for a new submission"))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> grantRefused(GrantRefused refused) {
        var error = switch (refused.reason()) {
            case NOBODY -> new FieldError("advocate", "no advocate with this id has signed on");
            case CONFLICT -> new FieldError("advocate", "this person must not work on this case");
            case TERM -> new FieldError("until", "must be in the future and within the longest term of a grant");
            case KIND -> new FieldError("kind", "does not go with what else is said, or is not yours to ask");
            case LEAVING ->
                new FieldError("holderLeavesAt", "a day within the term, for a handover and for that alone");
            case SELF -> new FieldError("advocate", "nobody is given a case by themself");
            case HOLDER -> new FieldError("holder", "does not hold this case");
            case OTHER_BODY -> new FieldError("advocate", "acts for another organisation: refer the case");
            case CONSENT -> new FieldError("advocate", "the victim has not consented to this organisation");
            case WAITING -> new FieldError("advocate", "is asked already and has not answered");
            case TOO_MANY -> new FieldError("advocate", "too many have been asked on this case");
            case NOT_YOURS -> new FieldError("id", "is not yours");
        };
        return answer(Problem.GRANT_REFUSED.of(List.of(error)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> statusConflict(StatusConflict conflict) {
        var problem = Problem.STATUS_CONFLICT.detail();
        problem.setProperty("current", conflict.from());
        problem.setProperty("allowed", conflict.allowed().stream().sorted().toList());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> assignmentConflict(AssignmentConflict conflict) {
        var problem = Problem.STATUS_CONFLICT.detail();
        problem.setProperty("current", conflict.from());
        problem.setProperty("allowed", conflict.allowed().stream().sorted().toList());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stageConflict(StageConflict conflict) {
        var problem = Problem.STATUS_CONFLICT.detail();
        problem.setProperty("current", conflict.from());
        problem.setProperty("allowed", conflict.allowed().stream().sorted().toList());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stateConflict(StateConflict conflict) {
        var problem = Problem.STATUS_CONFLICT.detail();
        problem.setProperty("current", conflict.current());
        problem.setProperty("allowed", conflict.allowed());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> factRefused(FactRefused refused) {
        var problem = Problem.FACT_REFUSED.of(
                List.of(new FieldError(refused.field(), refused.rule().name())));
        if (!refused.allowed().isEmpty()) {
            problem.setProperty("allowed", refused.allowed());
        }
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> orderClosed(OrderClosed closed) {
        var problem = Problem.STATUS_CONFLICT.detail();
        problem.setProperty("current", closed.stage());
        return answer(problem);
    }

    @ExceptionHandler({SecondPersonNeeded.class, SecondCustodianNeeded.class})
    ResponseEntity<ProblemDetail> secondPersonNeeded() {
        return answer(Problem.SECOND_PERSON_NEEDED.detail());
    }

    @ExceptionHandler(RecipientRefused.class)
    ResponseEntity<ProblemDetail> recipientRefused() {
        return answer(Problem.DISCLOSURE_REFUSED.of(
                List.of(new FieldError("recipient", "no copy of this case may go to that body"))));
    }

    @ExceptionHandler(TermRefused.class)
    ResponseEntity<ProblemDetail> termRefused() {
        return answer(Problem.DISCLOSURE_REFUSED.of(
                List.of(new FieldError("expiresAt", "must be in the future and within the longest term"))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> reviewMissing(ReviewMissing missing) {
        var problem = Problem.REVIEW_MISSING.detail();
        problem.setProperty("awaitingReview", missing.count());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> redactionRejected(RedactionRejected rejected) {
        var field = "redactions[" + rejected.index() + "]";
        return answer(Problem.INVALID_BODY.of(
                List.of(new FieldError(field, rejected.reason().name()))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> versionConflict(VersionConflict conflict) {
        return changed(conflict.current());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> disclosureChanged(DisclosureChanged changed) {
        return changed(changed.current());
    }

    private static ResponseEntity<ProblemDetail> changed(long current) {
        var problem = Problem.VERSION_CONFLICT.detail();
        problem.setProperty("current", current);
        return as(problem).eTag(new Version(current).toETag()).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        return answer(
                unreadable.getCause() instanceof JacksonException json
                        ? UnreadableBody.problem(json)
                        : Problem.INVALID_BODY.of(List.of(new FieldError("", "a JSON object must be sent"))));
    }

    @ExceptionHandler(BodyTooLarge.class)
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge tooLarge) {
        return answer(
                Problem.BODY_TOO_LARGE.of(List.of(new FieldError("", "at most " + tooLarge.limitBytes() + " bytes"))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(BindException invalid) {
        var errors = new ArrayList<FieldError>();
        invalid.getFieldErrors()
                .forEach(error -> errors.add(new FieldError(error.getField(), "" + error.getDefaultMessage())));
        invalid.getGlobalErrors().forEach(error -> errors.add(new FieldError("", "" + error.getDefaultMessage())));
        errors.sort(java.util.Comparator.comparing(FieldError::field).thenComparing(FieldError::reason));
        return answer(Problem.INVALID_BODY.of(errors));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(HandlerMethodValidationException invalid) {
        var errors = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldError(
                                "" + result.getMethodParameter().getParameterName(), "" + error.getDefaultMessage())))
                .toList();
        return answer(Problem.INVALID_PARAMETER.of(errors));
    }

    /** An id that is none is an id of nothing; any other parameter is named. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> mismatch(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? notFound()
                : answer(Problem.INVALID_PARAMETER.of(List.of(new FieldError(mismatch.getName(), expected(mismatch)))));
    }

    private static String expected(MethodArgumentTypeMismatchException mismatch) {
        var type = mismatch.getRequiredType();
        return type != null && type.isEnum()
                ? "must be one of " + Arrays.toString(type.getEnumConstants())
                : "not of the right form";
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameterRefused(ParameterRefused refused) {
        return answer(Problem.INVALID_PARAMETER.of(List.of(new FieldError(refused.parameter(), refused.reason()))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingRequestHeaderException missing) {
        return answer(
                "If-Match".equalsIgnoreCase(missing.getHeaderName())
                        ? Problem.PRECONDITION_MISSING.detail()
                        : Problem.INVALID_PARAMETER.of(List.of(new FieldError(missing.getHeaderName(), "is missing"))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException missing) {
        return answer(Problem.INVALID_PARAMETER.of(List.of(new FieldError(missing.getParameterName(), "is missing"))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> method(HttpRequestMethodNotSupportedException refused) {
        var problem = Problem.METHOD_NOT_ALLOWED.detail();
        return as(problem).headers(refused.getHeaders()).body(problem);
    }

    @ExceptionHandler(HttpMediaTypeNotSupportedException.class)
    ResponseEntity<ProblemDetail> mediaType() {
        return answer(Problem.NOT_JSON.detail());
    }

    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    ResponseEntity<ProblemDetail> notAcceptable() {
        return answer(Problem.NOT_ACCEPTABLE.detail());
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return as(problem).body(problem);
    }

    /** In one format, whatever was asked for: whoever asks for a format that is none must hear of it too. */
    private static ResponseEntity.BodyBuilder as(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
