package org.candour.api;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what is refused before it reaches a controller, such as an address that nobody writes by accident. */
@Hidden
@RestController
class ErrorPage implements ErrorController {
    @AtTheFrontDoor
    @RequestMapping("${server.error.path:/error}")
    @OpenToAll("Says that a request was refused, and nothing else; asked for by itself it is not there")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var problem = problem(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .headers(ErrorPage::makeSafe) // what the firewall refuses never reaches the filter that writes them
                .body(problem.detail());
    }

    private static void makeSafe(HttpHeaders headers) {
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.setCacheControl(CacheControl.noStore());
    }

    private static Problem problem(@Nullable Object status) {
        if (!(status instanceof Integer code)) {
            return Problem.NOT_FOUND; // not an error of another request
        }
        return switch (code) {
            case 401 -> Problem.NOT_SIGNED_IN;
            case 404 -> Problem.NOT_FOUND;
            case 405 -> Problem.METHOD_NOT_ALLOWED;
            case 413 -> Problem.BODY_TOO_LARGE;
            default -> code < 500 ? Problem.BAD_REQUEST : Problem.FAULT;
        };
    }
}
