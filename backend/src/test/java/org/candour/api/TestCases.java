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

    ProceedingsCalls proceedings() {
        return new ProceedingsCalls(this, as(Caller.ADVOCATE));
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
        accept(id, asked(id));
        return new TestCase(id, opened(id).etag());
    }

    /** An assignment of a case that waits for the answer of {@link Caller#ADVOCATE}. */
    String asked(String caseId) {
        return as(Caller.COMMISSIONER)
                .post("/api/cases/" + caseId + "/assignments", assignment(advocateId()))
                .expect(201)
                .json()
                .path("id")
                .stringValue();
    }

    void accept(String caseId, String assignment) {
        as(Caller.ADVOCATE)
                .post("/api/cases/" + caseId + "/assignments/" + assignment + "/acceptance")
                .expect(200);
    }

    static Map<String, Object> assignment(String advocate) {
        return Map.of("kind", "ASSIGNMENT", "advocate", advocate, "until", in(TERM), "reason", "NO_ADVOCATE_YET");
    }

    /** The pseudonym of {@link Caller#OTHER_ADVOCATE}, a colleague. */
    String colleagueId() {
        return as(Caller.OTHER_ADVOCATE)
                .post("/api/sign-on")
                .expect(200)
                .json()
                .path("id")
                .stringValue();
    }

    /** The outbox opens the file a moment after the report is in. */
    private Answer opened(String id) {
        return Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> as(Caller.ADVOCATE).get("/api/cases/" + id), answer -> answer.status() == 200);
    }

    /** A contact of the victim with Westmarch, on which no action is recorded. */
    static Map<String, Object> contact() {
        return Map.of(
                "kind", "CONTACT_WITH_AUTHORITIES",
                "happenedOn", Map.of("precision", "EXACT", "from", "2026-03-04"),
                "what", "Rosalind rang 101 and was told that nothing could be done.",
                "body", "westmarch",
                "contact", "REPORT_BY_VICTIM",
                "actionTaken", "NO");
    }

    /** A case whose chronology holds one contact. */
    TestThing withContact() {
        return contacted(granted().id(), "\"0\"");
    }

    private TestThing contacted(String id, String etag) {
        var answer = as(Caller.ADVOCATE)
                .post("/api/cases/" + id + "/chronology", contact(), ifMatch(etag))
                .expect(201);
        return new TestThing(id, answer.json().path("id").stringValue(), answer.etag());
    }

    /** A case with two contacts and no action, and the alarm that follows. */
    TestThing alarmed() {
        var first = withContact();
        var second = contacted(first.id(), first.etag());
        var alarms = as(Caller.ADVOCATE)
                .get("/api/cases/" + first.id() + "/chronology")
                .expect(200)
                .json()
                .path("alarms");
        return new TestThing(second.id(), alarms.path(0).path("id").stringValue(), second.etag());
    }

    /** A risk assessment by judgement alone. */
    static Map<String, Object> assessment() {
        return Map.of("tool", "DARA", "assessedOn", "2026-03-05", "judgement", "HIGH");
    }

    static Map<String, Object> incident() {
        return Map.of("happenedOn", Map.of("precision", "EXACT", "from", "2026-03-06"));
    }

    /** A complaint under the Victims' Code, which starts one timer: 10 working days. */
    static Map<String, Object> codeComplaint() {
        return Map.of("trigger", "CODE_COMPLAINT_RECEIVED", "on", "2026-03-04");
    }

    /** Evidence in time for {@link #codeComplaint()}. */
    static Map<String, Object> evidence() {
        return Map.of(
                "at", "2026-03-10T10:00:00Z",
                "channel", "LETTER",
                "toldBy", "POLICE",
                "toldTo", "VICTIM",
                "victimAgrees", "YES");
    }

    /** A request whose clock may stand still. */
    static Map<String, Object> accessAsked() {
        return Map.of("trigger", "SUBJECT_ACCESS_ASKED", "on", "2026-03-04");
    }

    /** A case with one timer whose clock stands still since 5 March 2026. */
    TestThing withTimerThatStandsStill() {
        var timer = withTimer(accessAsked());
        var etag = as(Caller.ADVOCATE)
                .post(
                        "/api/cases/" + timer.id() + "/timers/" + timer.thing() + "/pause",
                        Map.of("from", "2026-03-05"),
                        ifMatch(timer.etag()))
                .expect(204)
                .etag();
        return new TestThing(timer.id(), timer.thing(), etag);
    }

    /** A case with the one timer that this has started. */
    TestThing withTimer(Map<String, Object> happening) {
        return withTimer(granted().id(), happening);
    }

    TestThing withTimer(String id, Map<String, Object> happening) {
        return told(id, happening, "timers");
    }

    /** A case in which this alone was told. */
    TestThing withHappening(Map<String, Object> happening) {
        return told(granted().id(), happening, "happenings");
    }

    private TestThing told(String id, Map<String, Object> happening, String first) {
        var etag = as(Caller.ADVOCATE)
                .post("/api/cases/" + id + "/happenings", happening, ifMatch("\"0\""))
                .expect(204)
                .etag();
        var found = as(Caller.ADVOCATE)
                .get("/api/cases/" + id + "/timers")
                .expect(200)
                .json()
                .path(first);
        return new TestThing(id, found.path(0).path("id").stringValue(), etag);
    }

    /** The id of a message from the victim. */
    String message(TestCase granted) {
        return as(Caller.OWNER)
                .post(granted.path("messages"), Map.of("text", "Please call after six."), newKey())
                .expect(201)
                .json()
                .path("id")
                .stringValue();
    }

    /** The id of what the victim says was done to them, which is that of its flag too. */
    String retaliation(TestCase granted) {
        return as(Caller.OWNER)
                .post(granted.path("retaliation"), retaliation(), newKey())
                .expect(201)
                .json()
                .path("id")
                .stringValue();
    }

    void nextCheck(TestCase granted) {
        as(Caller.ADVOCATE)
                .put(granted.path("next-check"), nextCheck(), Map.of())
                .expect(204);
    }

    static Map<String, Object> nextCheck() {
        return Map.of("dueOn", in(TERM).substring(0, 10), "words", "I will ring the court.");
    }

    static Map<String, Object> retaliation() {
        return Map.of(
                "kind",
                "STOPPED",
                "happened",
                Map.of("precision", "EXACT", "from", "2026-04-04"),
                "knownTo",
                List.of(Map.of("body", "westmarch")),
                "words",
                "They stopped my car twice.");
    }

    static Map<String, Object> safeContact() {
        return Map.of(
                "channels",
                List.of(Map.of(
                        "channel", "PHONE",
                        "address", "07700 900462",
                        "allowed", "YES",
                        "codeWord", "the library",
                        "voicemailAllowed", "NO",
                        "numberWithheld", "YES",
                        "leaveNoMessage", "UNKNOWN")));
    }

    /** A note that only {@link Caller#ADVOCATE} reads, and the version of its case since then. */
    TestNote privateNote(TestCase granted) {
        var noted = as(Caller.ADVOCATE)
                .post(
                        granted.path("notes"),
                        Map.of("text", "She sounded afraid.", "scope", "PRIVATE"),
                        ifMatch(granted.etag()))
                .expect(204);
        var opened = as(Caller.ADVOCATE).get("/api/cases/" + granted.id()).expect(200);
        return new TestNote(opened.json().at("/notes/0/id").stringValue(), noted.etag());
    }

    TestDisclosure draft() {
        return draft(granted());
    }

    /** The id of the victim's consent that the recipient investigates. */
    String consent(TestCase granted) {
        return as(Caller.OWNER)
                .post(granted.path("consents"), consent())
                .expect(201)
                .json()
                .path("id")
                .stringValue();
    }

    static Map<String, Object> consent() {
        return Map.of("recipient", RECIPIENT, "purpose", "INVESTIGATION", "until", in(TERM));
    }

    TestDisclosure draft(TestCase granted) {
        consent(granted);
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

    /** A request by {@link Caller#ADVOCATE} whose minutes run. */
    String approvedEmergency() {
        var id = emergency();
        as(Caller.COMMISSIONER)
                .post("/api/emergency-access/" + id + "/approval", Map.of())
                .expect(204);
        return id;
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

    /** Something in a case, such as an entry of its chronology, and the version of what holds it. */
    record TestThing(String id, String thing, String etag) {}

    /** A note, and the version of its case as last seen. */
    record TestNote(String id, String etag) {}

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
