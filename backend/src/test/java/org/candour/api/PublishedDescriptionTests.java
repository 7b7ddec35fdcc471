package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What /v3/api-docs tells whoever writes a client. */
class PublishedDescriptionTests extends Harness {
    @Autowired
    ApplicationContext context;

    private JsonNode description = JsonMapper.shared().missingNode();

    @BeforeAll
    void read() {
        var answer = as(Caller.NO_TOKEN).get("/v3/api-docs").expect(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        description = answer.json();
    }

    @Test
    void itNamesTheServiceAndHowToSignIn() {
        assertThat(description.path("openapi").stringValue()).startsWith("3.");
        assertThat(description.at("/info/title").stringValue()).isEqualTo("Candour");
        assertThat(description.at("/components/securitySchemes/token/type").stringValue())
                .isEqualTo("http");
        assertThat(description.at("/components/securitySchemes/token/scheme").stringValue())
                .isEqualTo("bearer");
        assertThat(description.at("/security/0").has("token")).isTrue();
    }

    @Test
    void itListsExactlyOurEndpoints() {
        var ours = Endpoints.of(context).entrySet().stream()
                .filter(endpoint -> Endpoints.isOurs(endpoint.getValue()))
                .map(Map.Entry::getKey)
                .filter(endpoint -> !endpoint.endsWith(" /error"))
                .map(endpoint -> endpoint.replace("{*", "{")); // which OpenAPI cannot say

        assertThat(operations().keySet()).containsExactlyInAnyOrderElementsOf(ours.toList());
    }

    @Test
    void itShowsNothingThatClientsDoNotSend() {
        var sent = new ArrayList<String>();
        operations()
                .values()
                .forEach(operation -> operation
                        .path("parameters")
                        .forEach(parameter -> sent.add(parameter.path("in").stringValue() + " "
                                + parameter.path("name").stringValue())));

        assertThat(sent.stream().distinct())
                .containsExactlyInAnyOrder(
                        "header Idempotency-Key",
                        "header If-Match",
                        "path alarmId",
                        "path happeningId",
                        "path allegationId",
                        "path caseId",
                        "path entryId",
                        "path first",
                        "path id",
                        "path index",
                        "path level",
                        "path number",
                        "path second",
                        "path taskId",
                        "path tile",
                        "path timerId",
                        "path track",
                        "query asRecordedAt",
                        "query before",
                        "query body",
                        "query dueBefore",
                        "query from",
                        "query on",
                        "query size",
                        "query sort",
                        "query status");
        assertThat(description.toString()).doesNotContain("bodySha256", "nameToken", "\"Actor\"", "consistent");
    }

    @ParameterizedTest
    @CsvSource({
        "POST /api/reports, identity account accused exclusions",
        "POST /api/cases/{caseId}/notes, text scope",
        "POST /api/cases/{caseId}/notes/{id}/scope, scope",
        "POST /api/cases/{caseId}/consents, recipient purpose until form",
        "POST /api/cases/{caseId}/status, status",
        "POST /api/cases/{caseId}/messages, text",
        "PUT /api/cases/{caseId}/own-safe-contact, channels",
        "POST /api/cases/{caseId}/corrections, text",
        "PUT /api/cases/{caseId}/next-check, dueOn words",
        "POST /api/cases/{caseId}/participation, participation",
        "POST /api/cases/{caseId}/timers/{timerId}/pause, from",
        "POST /api/cases/{caseId}/timers/{timerId}/pause/end, to",
        "POST /api/cases/{caseId}/retaliation, kind happened knownTo words",
        "PUT /api/cases/{caseId}/read-receipts, isShown",
        "POST /api/cases/{caseId}/risk/incidents, happenedOn",
        "POST /api/cases/{caseId}/assignments, kind advocate holder from until holderLeavesAt reason",
        "POST /api/cases/{caseId}/transfers, kind advocate until holderLeavesAt reason",
        "POST /api/cases/{caseId}/assignments/{id}/refusal, reason",
        "POST /api/cases/{caseId}/disclosures, recipient",
        "POST /api/cases/{caseId}/emergency-access, reason minutes",
        "POST /api/emergency-access/{id}/approval, heldBackUntil reason",
        "PUT /api/disclosures/{id}/redactions, redactions",
        "POST /api/disclosures/{id}/release, expiresAt"
    })
    void itShowsWhatABodyHolds(String endpoint, String fields) {
        var body = operation(endpoint).at("/requestBody/content/application~1json/schema");

        assertThat(resolved(body).path("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(List.of(fields.split(" ", -1)));
    }

    @Test
    void anIdIsTextAndNotAnObject() {
        operations()
                .forEach((endpoint, operation) -> operation
                        .path("parameters")
                        .forEach(parameter -> assertThat(resolved(parameter.path("schema"))
                                        .path("type")
                                        .stringValue())
                                .as(endpoint + " " + parameter.path("name"))
                                .isIn("string", "integer")));
    }

    @Test
    void whatIsOpenToAllSaysThatItNeedsNoToken() {
        Endpoints.of(context).forEach((endpoint, handler) -> {
            if (handler.hasMethodAnnotation(OpenToAll.class) && !endpoint.endsWith(" /error")) {
                assertThat(operation(endpoint).has("security")).as(endpoint).isTrue();
                assertThat(operation(endpoint).path("security")).as(endpoint).isEmpty();
            }
        });
    }

    @Test
    void itIsPublishedAsYamlToo() {
        assertThat(as(Caller.NO_TOKEN).get("/v3/api-docs.yaml").expect(200).text())
                .contains("title: Candour");
    }

    private JsonNode operation(String endpoint) {
        return java.util.Objects.requireNonNull(operations().get(endpoint));
    }

    private Map<String, JsonNode> operations() {
        var operations = new java.util.TreeMap<String, JsonNode>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    private JsonNode resolved(JsonNode schema) {
        var reference = schema.path("$ref").stringValue("");
        return reference.isEmpty() ? schema : description.at(reference.substring(1));
    }
}
