package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.api.Bystander.fields;
import static org.candour.api.Bystander.kind;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.candour.api.TestCases.TestCase;
import org.candour.api.TestCases.TestDisclosure;
import org.candour.development.ApiClient.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Whoever changes something must say which version they saw. */
class VersionTests extends Harness {
    private static final String STALE = "\"999\"";

    @Autowired
    ApplicationContext context;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestCase granted;

    @SuppressWarnings("NullAway.Init") // set before each test
    private TestDisclosure draft;

    /** The calls that need a version. */
    enum Change {
        NOTE("POST", "/api/cases/%s/notes", Map.of("text", "A note.")),
        STATUS("POST", "/api/cases/%s/status", Map.of("status", "IN_SUPPORT")),
        REDACTIONS("PUT", "/api/disclosures/%s/redactions", Map.of("redactions", List.of())),
        PROPOSAL("POST", "/api/disclosures/%s/proposal", Map.of());

        private final String method;
        private final String path;
        private final String body;

        Change(String method, String path, Map<String, ?> body) {
            this.method = method;
            this.path = path;
            this.body = JsonMapper.shared().writeValueAsString(body);
        }

        boolean isOfCase() {
            return path.startsWith("/api/cases");
        }
    }

    @BeforeAll
    void prepare() {
        granted = cases().granted();
        draft = cases().draft(granted);
        settle();
    }

    @ParameterizedTest
    @EnumSource
    void aChangeWithoutAVersionIsRefused(Change change) {
        var refused = store().refused(428, () -> send(change, Map.of()));

        assertThat(kind(refused)).isEqualTo("precondition-missing");
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOfAVersionThatIsNotTheNewestIsRefusedAndToldTheNewest(Change change) {
        var refused = store().refused(412, () -> send(change, Map.of("If-Match", STALE)));

        assertThat(kind(refused)).isEqualTo("version-conflict");
        assertThat(refused.etag()).isEqualTo(change.isOfCase() ? granted.etag() : draft.etag());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "W/\"0\"",
                "0",
                "\"0",
                "\"\"",
                "\"-1\"",
                "\"00\"",
                "\"0\", \"1\"",
                "\"0x1\"",
                "\"canary\"",
                "'0'",
                "\"9999999999999999999\""
            })
    void aVersionThatIsNoneIsRefused(String version) {
        for (var change : Change.values()) {
            var refused = store().refused(400, () -> send(change, Map.of("If-Match", version)));

            assertThat(fields(refused)).containsExactly("If-Match");
            assertThat(refused.text()).doesNotContain("canary");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyVersionIsRefused(Change change) {
        var answer = send(change, Map.of("If-Match", " "));

        assertThat(answer.status()).isIn(400, 428);
    }

    /** Every endpoint that asks for a version, as the router knows them. */
    Stream<String> endpointsWithAVersion() {
        return Endpoints.of(context).entrySet().stream()
                .filter(endpoint -> Stream.of(endpoint.getValue().getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == Version.class))
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("endpointsWithAVersion")
    void whereAVersionIsAskedForAStaleOneIsRefusedWithTheNewestAndNothingIsLost(String endpoint) {
        var call = new Calls(cases()).fresh(endpoint).orElseThrow();
        var who = as(Objects.requireNonNull(EndpointMatrix.expected().get(endpoint)).entrySet().stream()
                .filter(cell -> cell.getValue() < 300)
                .findFirst()
                .orElseThrow()
                .getKey());
        settle();

        var without = store().refused(428, () -> with(Map.of(), call).by(who));
        var stale =
                store().refused(412, () -> with(Map.of("If-Match", STALE), call).by(who));

        assertThat(kind(without)).isEqualTo("precondition-missing");
        assertThat(kind(stale)).isEqualTo("version-conflict");
        assertThat(stale.etag()).isEqualTo(call.headers().get("If-Match"));
        assertThat(stale.json().path("current").asString())
                .isEqualTo(stale.etag().replace("\"", ""));
    }

    private static Call with(Map<String, String> headers, Call call) {
        return new Call(call.method(), call.path(), call.id(), call.body(), headers);
    }

    private Answer send(Change change, Map<String, String> headers) {
        var id = change.isOfCase() ? granted.id() : draft.id();
        return as(Caller.ADVOCATE)
                .send(change.method, change.path.formatted(id), BodyPublishers.ofString(change.body), headers);
    }
}
