package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.candour.access.Act;
import org.candour.development.ApiClient.Answer;
import org.candour.development.CandourTest;
import org.candour.ledger.Ledger;
import org.candour.ledger.Outcome;
import org.candour.ledger.Recorded;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.BeanNameUrlHandlerMapping;

/** Every endpoint, asked by everybody, against {@code endpoint-matrix.txt}. */
@CandourTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointMatrixTests {
    /** What is not ours: the description of the API. */
    private static final List<String> FRAMEWORK = List.of("GET /v3/api-docs", "GET /v3/api-docs.yaml");

    @Autowired
    ApplicationContext context;

    @Autowired
    Ledger ledger;

    @Autowired
    MeterRegistry meters;

    @LocalServerPort
    int port;

    private final Map<String, Map<Caller, Integer>> expected = EndpointMatrix.expected();
    private final List<Attempt> attempts = new ArrayList<>();

    @BeforeAll
    void askEverybodyEverywhere() {
        var everybody = new Attempts(port, ledger);
        Endpoints.of(context)
                .keySet()
                .forEach(
                        endpoint -> attempts.addAll(everybody.at(endpoint, expected.getOrDefault(endpoint, Map.of()))));
    }

    @Test
    void everyEndpointIsCounted() {
        var counted = meters.find("http.server.requests").timers().stream()
                .map(timer -> timer.getId().getTag("uri"))
                .toList();

        assertThat(counted)
                .containsAll(Endpoints.of(context).keySet().stream()
                        .map(endpoint -> endpoint.split(" ", 2)[1])
                        .filter(path -> !path.equals("/error"))
                        .toList());
    }

    @Test
    void everyEndpointHasARowAndEveryRowAnEndpoint() {
        assertThat(expected.keySet())
                .containsExactlyInAnyOrderElementsOf(Endpoints.of(context).keySet());
    }

    @Test
    void everyRowHasACellForEveryCaller() {
        assertThat(expected.values()).allSatisfy(cells -> assertThat(cells).containsOnlyKeys(Caller.values()));
    }

    @Test
    void everybodyGetsWhatTheTableSays() {
        var happened = new LinkedHashMap<String, Map<Caller, Integer>>();
        attempts.forEach(attempt -> happened.computeIfAbsent(attempt.endpoint(), at -> new EnumMap<>(Caller.class))
                .put(attempt.caller(), attempt.status()));

        assertThat(EndpointMatrix.draw(happened)).isEqualTo(EndpointMatrix.draw(new TreeMap<>(expected)));
    }

    @Test
    void whatIsNotForTheCallerLooksLikeWhatDoesNotExist() {
        var refused = attempts.stream().filter(attempt -> attempt.ofAnother().isPresent());

        assertThat(refused).hasSizeGreaterThan(100).allSatisfy(attempt -> {
            var absent = attempt.ofAnother().orElseThrow();
            assertThat(absent.status()).isEqualTo(attempt.status());
            assertThat(Attempt.withoutAddress(absent)).isEqualTo(Attempt.withoutAddress(attempt.answer()));
            assertThat(headers(absent)).isEqualTo(headers(attempt.answer()));
        });
    }

    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new LinkedHashMap<>(answer.response().headers().map());
        headers.remove("date");
        headers.remove("connection"); // the server closes every hundredth
        return headers;
    }

    @Test
    void whoeverHasNoGoodTokenIsToldNothingButToSignIn() {
        var unknown = attempts.stream()
                .filter(attempt -> !attempt.caller().isSignedIn() && !attempt.isLetIn())
                .filter(attempt -> attempt.status() != 404); // the error page, which is open

        assertThat(unknown).hasSizeGreaterThan(100).allSatisfy(attempt -> {
            assertThat(attempt.answer().text()).isEqualTo(anyRefusalOfNobody());
            assertThat(attempt.answer().header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(attempt.recorded()).isEmpty();
        });
    }

    private String anyRefusalOfNobody() {
        return attempts.stream()
                .filter(attempt -> attempt.caller() == Caller.NO_TOKEN && attempt.status() == 401)
                .findFirst()
                .orElseThrow()
                .answer()
                .text();
    }

    @Test
    void everyRefusalIsAProblem() {
        assertThat(attempts.stream().filter(attempt -> !attempt.isLetIn()))
                .allSatisfy(attempt ->
                        assertThat(attempt.answer().header("Content-Type")).isEqualTo("application/problem+json"));
    }

    @Test
    void everyDecisionIsOnTheLedgerAsTheActThatTheEndpointNames() {
        assertThat(attempts.stream().filter(attempt -> attempt.caller().isSignedIn() && isGuarded(attempt)))
                .hasSizeGreaterThan(250)
                .allSatisfy(attempt -> {
                    var act = act(attempt).orElseThrow();
                    assertThat(attempt.recorded())
                            .filteredOn(recorded -> !isHit(attempt, recorded))
                            .singleElement()
                            .satisfies(recorded -> assertThat(recorded.entry().outcome())
                                    .isEqualTo(attempt.isLetIn() ? Outcome.ADMITTED : Outcome.REFUSED));
                    assertThat(attempt.recorded())
                            .allSatisfy(recorded ->
                                    assertThat(recorded.entry().act()).isEqualTo(act.name()));
                });
    }

    /** A case that a list shows, which is on the record of that case besides the decision about the list. */
    private static boolean isHit(Attempt attempt, Recorded recorded) {
        return attempt.ofAnother().isEmpty()
                && !attempt.endpoint().contains("{")
                && attempt.endpoint().startsWith("GET ")
                && attempt.isLetIn()
                && recorded.entry().caseId().isPresent();
    }

    @Test
    void anEndpointThatIsOpenToAllLeavesNothingOnTheLedger() {
        assertThat(attempts.stream().filter(attempt -> !isGuarded(attempt)))
                .isNotEmpty()
                .allSatisfy(attempt -> assertThat(attempt.recorded()).isEmpty());
    }

    private boolean isGuarded(Attempt attempt) {
        return act(attempt).isPresent();
    }

    private Optional<Act> act(Attempt attempt) {
        return Optional.ofNullable(Endpoints.of(context).get(attempt.endpoint()))
                .map(handler -> handler.getMethodAnnotation(Performs.class))
                .map(Performs::value);
    }

    @Test
    void whatIsNotOursIsKnownByName() {
        var theirs = Endpoints.of(context).entrySet().stream()
                .filter(endpoint -> !Endpoints.isOurs(endpoint.getValue()))
                .map(Map.Entry::getKey);

        assertThat(theirs).containsExactlyInAnyOrderElementsOf(FRAMEWORK);
    }

    @Test
    void thereIsNoOtherWayToAnswerThanAnEndpoint() {
        var byName = context.getBeansOfType(BeanNameUrlHandlerMapping.class).values();
        var functions = context.getBeansOfType(RouterFunctionMapping.class).values();

        assertThat(byName)
                .allSatisfy(mapping -> assertThat(mapping.getHandlerMap()).isEmpty());
        assertThat(functions.stream().flatMap(mapping -> Stream.ofNullable(mapping.getRouterFunction())))
                .isEmpty();
    }
}
