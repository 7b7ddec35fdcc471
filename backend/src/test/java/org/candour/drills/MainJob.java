package org.candour.drills;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.candour.development.ApiClient;
import org.candour.development.ApiClient.Answer;
import org.candour.development.Demonstration;
import org.candour.development.RealServices;
import tools.jackson.databind.JsonNode;

/** The people of the main job, each with a token of their own, and the steps they take over HTTP. */
final class MainJob {
    final ApiClient victim;
    final ApiClient advocate;
    final ApiClient commissioner;
    final ApiClient investigator;
    final ApiClient auditor;

    private MainJob(ApiClient candour, ApiClient victim) {
        this.victim = victim;
        this.advocate = candour.as(RealServices.steppedUpTokensOf("amara.advocate"));
        this.commissioner = candour.as(RealServices.steppedUpTokensOf("beatrice.commissioner"));
        this.investigator = candour.as(RealServices.tokensOf("ivo.investigator"));
        this.auditor = candour.as(RealServices.tokensOf(auditorName()));
    }

    /** With a victim who has just registered. */
    static MainJob at(String address) {
        var candour = ApiClient.at(address);
        var name = "drill-" + UUID.randomUUID().toString().substring(0, 8);
        return new MainJob(candour, candour.as(RealServices.login().register(name, Demonstration.PASSWORD)));
    }

    private static String auditorName() {
        return Demonstration.users().stream()
                .filter(user -> user.role().equals("auditor"))
                .findFirst()
                .orElseThrow()
                .username();
    }

    static Map<String, Object> report(String whatHappened) {
        return Map.of(
                "identity",
                Map.of("name", "Imogen Castellane"),
                "account",
                Map.of("whatHappened", whatHappened, "happened", Map.of("precision", "UNKNOWN")),
                "accused",
                Map.of("people", List.of(Map.of("name", "Piers Holloway", "force", "Westmarch Constabulary"))));
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    Answer submit(Object report, String key) {
        return victim.post("/api/reports", report, Map.of("Idempotency-Key", key));
    }

    /** The id of a case that the advocate holds a grant on. */
    String supportedCase(Object report) {
        var caseId = submit(report, newKey()).expect(201).json().path("caseId").stringValue();
        awaitCase(caseId);
        assign(caseId).expect(200);
        return caseId;
    }

    /** The case file is opened from the report's outbox, soon after the answer. */
    void awaitCase(String caseId) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        commissioner.get("/api/assignments").expect(200).text().contains(caseId));
    }

    Answer assign(String caseId) {
        var me = advocate.post("/api/sign-on").expect(200).json().path("id").stringValue();
        var assignments = "/api/cases/" + caseId + "/assignments";
        var asked = commissioner.post(assignments, assignment(me)).expect(201);
        return advocate.post(assignments + "/" + asked.json().path("id").stringValue() + "/acceptance");
    }

    private static Map<String, Object> assignment(String advocate) {
        return Map.of(
                "kind",
                "ASSIGNMENT",
                "advocate",
                advocate,
                "until",
                in(Duration.ofDays(90)),
                "reason",
                "NO_ADVOCATE_YET");
    }

    Answer open(String caseId) {
        return advocate.get("/api/cases/" + caseId);
    }

    Answer identity(String caseId) {
        return advocate.get("/api/cases/" + caseId + "/identity");
    }

    Answer prepare(String caseId) {
        return advocate.post("/api/cases/" + caseId + "/disclosures", Map.of("recipient", "iopc"));
    }

    Answer correct(String disclosure, JsonNode draft, String etag) {
        var marks = new ArrayList<Map<String, Object>>();
        draft.path("redactions")
                .forEach(mark -> marks.add(Map.of(
                        "start", mark.path("start").intValue(),
                        "end", mark.path("end").intValue(),
                        "category", mark.path("category").stringValue(),
                        "replacement", mark.path("replacement").stringValue())));
        return advocate.put(
                "/api/disclosures/" + disclosure + "/redactions", Map.of("redactions", marks), ifMatch(etag));
    }

    Answer propose(String disclosure, String etag) {
        return advocate.send(
                "POST", "/api/disclosures/" + disclosure + "/proposal", BodyPublishers.noBody(), ifMatch(etag));
    }

    Answer release(String disclosure) {
        return advocate.post(
                "/api/disclosures/" + disclosure + "/release", Map.of("expiresAt", in(Duration.ofDays(28))));
    }

    /** The victim agrees that the investigators' body reads a copy. */
    Answer consent(String caseId) {
        return victim.post(
                "/api/cases/" + caseId + "/consents",
                Map.of("recipient", "iopc", "purpose", "INVESTIGATION", "until", in(Duration.ofDays(60))));
    }

    /** The id of a redacted copy that the investigator can read. */
    String releasedCopy(String caseId) {
        var draft = prepare(caseId).expect(201);
        var id = draft.json().path("summary").path("id").stringValue();
        var corrected = correct(id, draft.json(), draft.etag()).expect(200);
        propose(id, corrected.etag()).expect(200);
        commissioner.post("/api/disclosures/" + id + "/approval").expect(204);
        consent(caseId).expect(201);
        release(id).expect(204);
        return id;
    }

    Answer read(String disclosure) {
        return investigator.get("/api/disclosures/" + disclosure + "/file");
    }

    /** Every call of the API that opens, writes or decides anything, each by somebody who may. */
    Map<String, Supplier<Answer>> everything(String caseId, String disclosure) {
        var calls = new LinkedHashMap<String, Supplier<Answer>>();
        var aCase = "/api/cases/" + caseId;
        var aCopy = "/api/disclosures/" + disclosure;
        calls.put("submit", () -> submit(report("In vain"), newKey()));
        calls.put("own reports", () -> victim.get("/api/reports"));
        calls.put("progress", () -> victim.get(aCase + "/progress"));
        calls.put("access log", () -> victim.get(aCase + "/access-log"));
        calls.put("send", () -> victim.post(aCase + "/messages", Map.of("text", "In vain"), key()));
        calls.put("messages", () -> victim.get(aCase + "/messages"));
        calls.put("consent", () -> consent(caseId));
        calls.put("consents", () -> victim.get(aCase + "/consents"));
        calls.put("shared notes", () -> victim.get(aCase + "/shared-notes"));
        calls.put("sign on", () -> advocate.post("/api/sign-on"));
        calls.put("granted cases", () -> advocate.get("/api/cases"));
        calls.put("open", () -> open(caseId));
        calls.put("identity", () -> identity(caseId));
        calls.put("note", () -> advocate.post(aCase + "/notes", Map.of("text", "In vain"), ifMatch("\"0\"")));
        calls.put("status", () -> advocate.post(aCase + "/status", Map.of("status", "CLOSED"), ifMatch("\"0\"")));
        calls.put("prepare", () -> prepare(caseId));
        calls.put("review", () -> advocate.get(aCopy + "/draft"));
        calls.put(
                "correct",
                () -> advocate.put(aCopy + "/redactions", Map.of("redactions", List.of()), ifMatch("\"0\"")));
        calls.put("propose", () -> propose(disclosure, "\"0\""));
        calls.put("release", () -> release(disclosure));
        calls.put("withdraw", () -> advocate.post(aCopy + "/withdrawal"));
        calls.put("assignments", () -> commissioner.get("/api/assignments"));
        calls.put("assign", () -> commissioner.post(aCase + "/assignments", assignment("0".repeat(32))));
        calls.put("waiting", () -> advocate.get("/api/assignments/mine"));
        calls.put("team", () -> advocate.get(aCase + "/assignments"));
        calls.put("workload", () -> commissioner.get("/api/workload"));
        calls.put("conflicts", () -> commissioner.get("/api/conflict-refusals"));
        calls.put(
                "emergency",
                () -> advocate.post(aCase + "/emergency-access", Map.of("reason", "In vain", "minutes", 1)));
        calls.put("own emergencies", () -> advocate.get("/api/emergency-access/mine"));
        calls.put("emergencies", () -> commissioner.get("/api/emergency-access"));
        calls.put("approvals", () -> commissioner.get("/api/approvals"));
        calls.put("approve", () -> commissioner.post(aCopy + "/approval"));
        calls.put("released copies", () -> investigator.get("/api/disclosures"));
        calls.put("read", () -> read(disclosure));
        calls.put("a refusal", () -> investigator.get(aCase));
        calls.put("entries", () -> auditor.get("/api/ledger/entries"));
        calls.put("checkpoint", () -> auditor.get("/api/ledger/checkpoint"));
        calls.put("proof", () -> auditor.get("/api/ledger/entries/0/proof"));
        return calls;
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", newKey());
    }

    static Map<String, String> ifMatch(String etag) {
        return Map.of("If-Match", etag);
    }

    private static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }
}
