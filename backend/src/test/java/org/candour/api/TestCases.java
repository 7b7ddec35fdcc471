package org.candour.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.candour.development.ApiClient;
import org.candour.development.ApiClient.Answer;

/** Brings fresh cases and disclosures to any state, by the calls that people make. All belong to {@link Caller#OWNER}. */
final class TestCases {
    static final Duration TERM = Duration.ofDays(28);
    static final String RECIPIENT = "iopc";

    static final Map<String, Object> EMERGENCY = Map.of("reason", "She rang and cannot speak for long.", "minutes", 5);

    private static final String ACCOUNT = "I am Rosalind Achterberg, 07700 900461. \uD83D\uDE15 PC Daniel Marsh of"
            + " Westmarch wrote to me every day after I had called about a burglary.";

    private final Callers callers;

    TestCases(Callers callers) {
        this.callers = callers;
    }

    /** A report by somebody who can be recognised, about an officer of Westmarch. */
    static Map<String, Object> report() {
        return report("Rosalind Achterberg", ACCOUNT);
    }

    static Map<String, Object> report(String name, String whatHappened) {
        return Map.of(
                "identity", Map.of("name", name),
                "account",
                        Map.of(
                                "whatHappened",
                                whatHappened,
                                "happened",
                                Map.of("precision", "EXACT", "from", "2026-03-03")),
                "accused", Map.of("people", List.of(Map.of("name", "Daniel Marsh", "force", "Westmarch Police"))));
    }

    static Map<String, String> newKey() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    static Map<String, String> ifMatch(String etag) {
        return Map.of("If-Match", etag);
    }

    static String in(Duration time) {
        return Instant.now().plus(time).toString();
    }

    /** The pseudonym that grants are given to. */
    String advocateId() {
        return as(Caller.ADVOCATE)
                .post("/api/sign-on")
                .expect(200)
                .json()
                .path("id")
                .stringValue();
    }

    String submitted() {
        return submitted(report());
    }

    private String submitted(Map<String, Object> report) {
        return as(Caller.OWNER)
                .post("/api/reports", report, newKey())
                .expect(201)
                .json()
                .path("caseId")
                .stringValue();
    }

    /** A case on which {@link Caller#ADVOCATE} holds a grant, and whose file is open. */
    TestCase granted() {
        return granted(submitted());
    }

    TestCase granted(Map<String, Object> report) {
        return granted(submitted(report));
    }

    private TestCase granted(String id) {
        as(Caller.COMMISSIONER)
                .post("/api/cases/" + id + "/grants", Map.of("advocate", advocateId(), "until", in(TERM)))
                .expect(204);
        return new TestCase(id, opened(id).etag());
    }

    /** The outbox opens the file a moment after the report is in. */
    private Answer opened(String id) {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> as(Caller.ADVOCATE).get("/api/cases/" + id), answer -> answer.status() == 200);
    }

    TestDisclosure draft() {
        return draft(granted());
    }

    TestDisclosure draft(TestCase granted) {
        var answer = as(Caller.ADVOCATE)
                .post("/api/cases/" + granted.id() + "/disclosures", Map.of("recipient", RECIPIENT))
                .expect(201);
        var id = answer.json().path("summary").path("id").stringValue();
        return new TestDisclosure(id, answer.etag());
    }

    /** A draft that a person has looked through, so that it can be proposed. */
    TestDisclosure corrected() {
        var draft = draft();
        var corrected = as(Caller.ADVOCATE)
                .put(draft.path("redactions"), Map.of("redactions", List.of()), ifMatch(draft.etag()))
                .expect(200);
        return draft.at(corrected.etag());
    }

    TestDisclosure proposed() {
        var draft = corrected();
        return draft.at(advocatePosts(draft, "proposal").expect(200).etag());
    }

    TestDisclosure approved() {
        var proposed = proposed();
        as(Caller.COMMISSIONER).post(proposed.path("approval")).expect(204);
        return proposed;
    }

    TestDisclosure released() {
        return released(TERM);
    }

    TestDisclosure released(Duration term) {
        var approved = approved();
        as(Caller.ADVOCATE)
                .post(approved.path("release"), Map.of("expiresAt", in(term)))
                .expect(204);
        return approved;
    }

    Answer advocatePosts(TestDisclosure disclosure, String what) {
        return as(Caller.ADVOCATE)
                .send("POST", disclosure.path(what), BodyPublishers.noBody(), ifMatch(disclosure.etag()));
    }

    /** A rotation that waits for {@link Caller#CUSTODIAN} to approve it. */
    String proposedRotation() {
        return callers.otherCustodian()
                .post("/api/keys/rotations", Map.of("group", "LINKAGE"))
                .expect(201)
                .json()
                .path("id")
                .stringValue();
    }

    /** A request by {@link Caller#ADVOCATE} that waits for a decision. */
    String emergency() {
        return emergency(submitted());
    }

    String emergency(String caseId) {
        return as(Caller.ADVOCATE)
                .post("/api/cases/" + caseId + "/emergency-access", EMERGENCY)
                .expect(201)
                .json()
                .path("id")
                .stringValue();
    }

    private ApiClient as(Caller caller) {
        return callers.as(caller);
    }

    /** A case, and its version as last seen. */
    record TestCase(String id, String etag) {
        String path(String what) {
            return "/api/cases/" + id + "/" + what;
        }
    }

    /** A disclosure, and its version as last seen. */
    record TestDisclosure(String id, String etag) {
        String path(String what) {
            return "/api/disclosures/" + id + "/" + what;
        }

        TestDisclosure at(String newEtag) {
            return new TestDisclosure(id, newEtag);
        }
    }
}
