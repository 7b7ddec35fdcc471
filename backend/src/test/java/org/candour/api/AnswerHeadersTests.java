package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every answer carries, whatever it answers, and what none may. */
class AnswerHeadersTests extends Harness {
    private static final String ANSWERS = """
            ADVOCATE | GET  | /api/cases               | 200
            ADVOCATE | GET  | /api/reports             | 403
            ADVOCATE | GET  | /api/cases/1             | 404
            ADVOCATE | GET  | /nothing                 | 404
            ADVOCATE | GET  | /api//cases              | 400
            ADVOCATE | POST | /api/cases               | 405
            NO_TOKEN | GET  | /api/cases               | 401
            NO_TOKEN | GET  | /api/ledger/verifier-key | 200
            NO_TOKEN | GET  | /v3/api-docs             | 200
            NO_TOKEN | GET  | /error                   | 404
            EXPIRED  | GET  | /api/cases               | 401
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ANSWERS)
    void itIsNeitherKeptNorGuessedNorFramed(Caller caller, String method, String path, int status) {
        var answer =
                as(caller).send(method, path, BodyPublishers.noBody(), Map.of()).expect(status);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = ANSWERS)
    void itSetsNoCookieAndDoesNotSayWhatItRunsOn(Caller caller, String method, String path, int status) {
        var answer =
                as(caller).send(method, path, BodyPublishers.noBody(), Map.of()).expect(status);

        assertThat(answer.response().headers().map())
                .doesNotContainKeys("set-cookie", "server", "x-powered-by", "x-application-context");
        assertThat(answer.text()).doesNotContain("Tomcat", "org.springframework", "Exception");
    }

    @ParameterizedTest
    @CsvSource({"JSESSIONID", "SESSION", "access_token", "Authorization"})
    void aCookieLetsNobodyIn(String name) {
        as(Caller.NO_TOKEN)
                .send(
                        "GET",
                        "/api/cases",
                        BodyPublishers.noBody(),
                        Map.of("Cookie", name + "=" + callers().bearerOf(Caller.ADVOCATE)))
                .expect(401);
    }

    @ParameterizedTest
    @CsvSource({"GET, https://evil.example", "OPTIONS, https://evil.example"})
    void noOtherSiteMayReadAnAnswer(String method, String origin) {
        var answer = as(Caller.ADVOCATE)
                .send(
                        method,
                        "/api/cases",
                        BodyPublishers.noBody(),
                        Map.of("Origin", origin, "Access-Control-Request-Method", "GET"));

        assertThat(answer.response().headers().map().keySet())
                .noneMatch(header -> header.startsWith("access-control-allow"));
    }
}
