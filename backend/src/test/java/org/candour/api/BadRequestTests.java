package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.api.Bystander.fields;
import static org.candour.api.Bystander.kind;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import org.candour.development.ApiClient.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, addresses, parameters and formats that the API does not have. */
class BadRequestTests extends Harness {
    @BeforeAll
    void startFromAStoreAtRest() {
        cases().granted();
        settle();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "2147483648", "9999999999999999999", "1.5", "canary", "1,2"})
    void aPageSizeThatIsNoneIsRefused(String size) {
        for (var list : new String[] {
            "ADVOCATE /api/cases",
            "OWNER /api/reports",
            "COMMISSIONER /api/assignments",
            "COMMISSIONER /api/approvals",
            "INVESTIGATOR /api/disclosures",
            "AUDITOR /api/ledger/entries"
        }) {
            var callerAndPath = list.split(" ", 2);
            var refused = store().refused(
                            400, () -> as(Caller.valueOf(callerAndPath[0])).get(callerAndPath[1] + "?size=" + size));

            assertThat(fields(refused)).containsExactly("size");
            assertThat(refused.text()).doesNotContain("canary");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ADVOCATE, /api/cases, before, canary",
        "ADVOCATE, /api/cases, before, 1-1-1-1-1",
        "OWNER, /api/reports, before, 00000000-0000-0000-0000-00000000000g",
        "COMMISSIONER, /api/assignments, before, 5",
        "COMMISSIONER, /api/approvals, before, {}",
        "INVESTIGATOR, /api/disclosures, before, canary",
        "AUDITOR, /api/ledger/entries, from, -1",
        "AUDITOR, /api/ledger/entries, from, canary",
        "AUDITOR, /api/ledger/entries, from, 9223372036854775808"
    })
    void aPlaceToBeginThatIsNoneIsRefused(Caller caller, String path, String name, String value) {
        var encoded = java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);

        var refused = store().refused(400, () -> as(caller).get(path + "?" + name + "=" + encoded));

        assertThat(fields(refused)).containsExactly(name);
        assertThat(refused.text()).doesNotContain("canary");
    }

    @Test
    void theFarEndOfTheLedgerIsEmptyAndNoFault() {
        assertThat(as(Caller.AUDITOR)
                        .get("/api/ledger/entries?from=" + Long.MAX_VALUE)
                        .expect(200)
                        .json())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/cases/canary",
                "/api/cases/1",
                "/api/cases/1-1-1-1-1",
                "/api/cases/00000000-0000-0000-0000-000000000000",
                "/api/cases/00000000000000000000000000000000",
                "/api/disclosures/canary/draft",
                "/api/cases/%F0%9F%98%95",
                "/api/cases/{caseId}",
                "/api/cases/*",
                "/api/cases/null/progress"
            })
    void anIdThatIsNoneIsAnIdOfNothing(String path) {
        var encoded = path.replace("{", "%7B").replace("}", "%7D");

        var answer = as(Caller.ADVOCATE).get(encoded);

        assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text().replace(answer.response().uri().getPath(), "")).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/ledger/entries/-1", "/api/ledger/entries/9223372036854775807",
                        "/api/ledger/entries/9223372036854775808",
                "/api/ledger/entries/canary", "/api/ledger/entries/999999999/proof", "/api/ledger/entries/-1/proof",
                "/api/ledger/bundles/-1", "/api/ledger/bundles/9223372036854775807", "/api/ledger/bundles/999999999"
            })
    void aPlaceThatTheLedgerDoesNotHaveIsNotThere(String path) {
        assertThat(kind(store().refused(404, () -> as(Caller.AUDITOR).get(path))))
                .isEqualTo("not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/reports, GET POST",
        "PUT, /api/reports, GET POST",
        "PATCH, /api/cases, GET",
        "POST, /api/cases, GET",
        "GET, /api/sign-on, POST"
    })
    void aMethodThatAnAddressDoesNotTakeIsRefusedAndTheOthersAreNamed(String method, String path, String allowed) {
        var refused =
                store().refused(405, () -> as(Caller.ADVOCATE).send(method, path, BodyPublishers.noBody(), Map.of()));

        assertThat(kind(refused)).isEqualTo("method-not-allowed");
        assertThat(refused.header("Allow").split(",\\s*", -1)).contains(allowed.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "ADVOCATE, /api/cases, text/plain",
        "ADVOCATE, /api/cases, application/xml",
        "ADVOCATE, /api/cases, text/html",
        "AUDITOR, /api/ledger/checkpoint, image/png",
        "AUDITOR, /api/ledger/entries/0, text/html"
    })
    void aFormatThatTheApiDoesNotSpeakIsRefused(Caller caller, String path, String format) {
        var refused = store().refused(
                        406, () -> as(caller).send("GET", path, BodyPublishers.noBody(), Map.of("Accept", format)));

        assertThat(kind(refused)).isEqualTo("not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html", "application/octet-stream", "image/png", "not a type"})
    void aRefusalIsAProblemWhateverFormatIsAskedFor(String format) {
        var answer = as(Caller.ADVOCATE)
                .send("GET", "/api/ledger/checkpoint", BodyPublishers.noBody(), Map.of("Accept", format));

        assertThat(answer.status()).isIn(403, 406);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/nothing",
                "/api",
                "/api/",
                "/",
                "/nothing",
                "/index.html",
                "/actuator/health",
                "/actuator",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/v3/api-docs/swagger-config",
                "/api/cases/",
                "/API/cases",
                "/api/bodies/"
            })
    void anAddressThatIsNoneIsNotThere(String path) {
        assertThat(kind(store().refused(404, () -> as(Caller.ADVOCATE).get(path))))
                .isEqualTo("not-found");
        assertThat(as(Caller.NO_TOKEN).get(path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api//cases",
                "/api/cases;a=b",
                "/api/%2e%2e/error",
                "/api/../api/cases",
                "/api/cases%0a",
                "/api/cases%25"
            })
    void anAddressThatNobodyWritesByAccidentIsRefusedAsAProblem(String path) {
        for (var caller : new Caller[] {Caller.ADVOCATE, Caller.NO_TOKEN}) {
            Answer answer = as(caller).get(path);

            assertThat(answer.status()).as(answer.toString()).isIn(400, 401, 404);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.text()).doesNotContain("canary");
        }
    }

    /** The server refuses these before the API hears of them, and so in its own words. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/cases%2Fcanary", "/api/%5ccases", "/%2fapi/cases", "/api/cases/%00"})
    void anAddressThatTheServerCannotReadIsRefusedAndNotQuoted(String path) {
        var answer = as(Caller.ADVOCATE).get(path).expect(400);

        assertThat(answer.text()).doesNotContain("canary", "Tomcat", "Exception", "org.apache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUERY", "get", "CANARY"})
    void aMethodThatNobodyKnowsIsRefusedAsAProblem(String method) {
        var answer = as(Caller.ADVOCATE)
                .send(method, "/api/cases", BodyPublishers.noBody(), Map.of())
                .expect(400);

        assertThat(kind(answer)).isEqualTo("bad-request");
    }

    @Test
    void aFormThatTheFirewallRefusesIsRefusedAsAProblem() {
        var headers = new HashMap<>(TestCases.newKey());
        headers.put("Content-Type", "application/x-www-form-urlencoded");

        var refused = store().refused(
                        400,
                        () -> as(Caller.OWNER)
                                .send("POST", "/api/reports", BodyPublishers.ofString("canary\n=1"), headers));

        assertThat(kind(refused)).isEqualTo("bad-request");
        assertThat(refused.text()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer ", "Bearer a b", "Bearer canary", "canary", "bearer .."})
    void whatIsNoTokenLetsNobodyIn(String authorization) {
        var answer = as(Caller.NO_TOKEN)
                .send("GET", "/api/cases", BodyPublishers.noBody(), Map.of("Authorization", authorization));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(kind(answer)).isEqualTo("not-signed-in");
        assertThat(answer.response().headers().map().toString() + answer.text()).doesNotContain("canary");
    }

    @Test
    void aTokenInTheAddressOrInAFormIsNoToken() {
        var token = callers().bearerOf(Caller.ADVOCATE);

        assertThat(as(Caller.NO_TOKEN).get("/api/cases?access_token=" + token).status())
                .isEqualTo(401);
        assertThat(as(Caller.NO_TOKEN)
                        .send(
                                "POST",
                                "/api/sign-on",
                                BodyPublishers.ofString("access_token=" + token),
                                Map.of("Content-Type", "application/x-www-form-urlencoded"))
                        .status())
                .isEqualTo(401);
    }
}
