package org.candour.api;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The problems of RFC 9457 that Candour answers with. None carries the message of an exception or a value that was sent. */
enum Problem {
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "Sign in first", "The token is missing, expired or not for this service."),
    STEP_UP_NEEDED(
            HttpStatus.UNAUTHORIZED,
            "Show once more that it is you",
            "This needs a second factor given a short while ago. Nothing was opened and nothing was changed."),
    ROLE_MISSING(HttpStatus.FORBIDDEN, "Not for your role", "Your account has no role for this."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found", "There is nothing here, or nothing for you."),
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "Not a request", "The request is not one that this service reads."),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed", "This address does not take that method."),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable", "This address answers in another format."),
    NOT_JSON(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Not JSON", "Send application/json in UTF-8."),
    MALFORMED_BODY(HttpStatus.BAD_REQUEST, "The body is not well-formed JSON", "Nothing was stored."),
    INVALID_BODY(HttpStatus.BAD_REQUEST, "Some fields are not as they should be", "Nothing was stored."),
    INVALID_PARAMETER(HttpStatus.BAD_REQUEST, "A parameter is not as it should be", "Nothing was stored."),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large", "Nothing was stored."),
    PRECONDITION_MISSING(
            HttpStatus.PRECONDITION_REQUIRED, "If-Match is missing", "Send the ETag of the version that you saw."),
    VERSION_CONFLICT(
            HttpStatus.PRECONDITION_FAILED,
            "Somebody was quicker",
            "It has changed since you read it. Nothing was stored."),
    IDEMPOTENCY_KEY_REUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "The idempotency key is used",
            "It came with another body before. Nothing was stored."),
    GRANT_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The grant cannot be given", "Nothing was stored."),
    FACT_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Not as it can be", "Nothing was stored."),
    EMERGENCY_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Not as asked", "Nothing was stored."),
    STATUS_CONFLICT(HttpStatus.CONFLICT, "Not possible from here", "Nothing was changed."),
    REVIEW_MISSING(HttpStatus.CONFLICT, "Not reviewed yet", "Some redactions wait for a person to look at them."),
    DISCLOSURE_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Not as asked", "Nothing was stored."),
    ENTRY_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The entry breaks a rule", "Nothing was stored."),
    OWN_RECORD_FULL(
            HttpStatus.CONFLICT, "No room for more here", "Nothing was stored. Write to your advocate instead."),
    NEXT_CHECK_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Not as asked", "Nothing was stored."),
    CONSENT_MISSING(HttpStatus.CONFLICT, "The victim has not agreed", "Nothing was shared. Ask the victim first."),
    DISCLOSURE_OUTDATED(
            HttpStatus.CONFLICT,
            "The victim has added to this since",
            "Nothing was shared. Begin the copy again, so that it looks for what is known now."),
    CONSENT_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Not as asked", "Nothing was stored."),
    SECOND_PERSON_NEEDED(HttpStatus.CONFLICT, "A second person is needed", "Whoever asked for it cannot approve it."),
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Not available now",
            "Nothing was opened, and nothing is half done. Send the same request again later."),
    FAULT(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here", "It is our fault, and it is on our log.");

    private final HttpStatus status;
    private final String title;
    private final String detail;

    Problem(HttpStatus status, String title, String detail) {
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    HttpStatus status() {
        return status;
    }

    ProblemDetail detail() {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        problem.setType(URI.create("urn:candour:problem:"
                + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        return problem;
    }

    /** The same, naming the fields. */
    ProblemDetail of(List<FieldError> errors) {
        var problem = detail();
        problem.setProperty("errors", errors);
        return problem;
    }

    /**
     * One field.
     *
     * @param field where it stands in the body, such as {@code accused.people[0].force}, or the name of a header or parameter
     * @param reason what it should be
     */
    record FieldError(String field, String reason) {}
}
