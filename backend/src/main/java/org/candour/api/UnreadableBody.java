package org.candour.api;

import java.util.List;
import org.candour.api.Problem.FieldError;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a body is not as it should be, and never what stands there. */
final class UnreadableBody {
    private static final int LONGEST_NAME = 64;

    private UnreadableBody() {}

    static ProblemDetail problem(JacksonException json) {
        if (json instanceof StreamConstraintsException) {
            return Problem.MALFORMED_BODY.of(List.of(new FieldError(pathOf(json), "too long or too deeply nested")));
        }
        if (json instanceof UnrecognizedPropertyException) {
            return Problem.INVALID_BODY.of(List.of(new FieldError(pathOf(json), "unknown field")));
        }
        if (json instanceof DatabindException || json instanceof InputCoercionException) {
            return Problem.INVALID_BODY.of(List.of(new FieldError(pathOf(json), "not of the right type or form")));
        }
        var location = json instanceof StreamReadException ? json.getLocation() : null;
        var where = location == null ? "" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
        return Problem.MALFORMED_BODY.of(List.of(new FieldError(pathOf(json), "not JSON " + where)));
    }

    private static String pathOf(JacksonException json) {
        var path = new StringBuilder();
        for (var step : json.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(printable(step.getPropertyName()));
            }
        }
        return path.toString();
    }

    /** The name of an unknown field comes from outside: it may be long, and need not even be text. */
    private static String printable(String name) {
        var start = name.codePoints()
                .limit(LONGEST_NAME)
                .map(character -> Character.isLetterOrDigit(character) ? character : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return start.length() < name.length() ? start.append("...").toString() : start.toString();
    }
}
