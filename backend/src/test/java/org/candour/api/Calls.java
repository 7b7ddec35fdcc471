package org.candour.api;

import static org.candour.api.TestCases.TERM;
import static org.candour.api.TestCases.ifMatch;
import static org.candour.api.TestCases.in;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** For each endpoint a call that is right in every way: whatever refuses it, refuses whoever makes it. */
final class Calls {
    private final Map<String, Function<String, Call>> byEndpoint = new TreeMap<>();
    private final TestCases cases;

    Calls(TestCases cases) {
        this.cases = cases;
        onNoCase();
        onACase();
        onPeople();
        onADisclosure();
        onKeys();
        onAChronology();
        onTimers();
        onRisk();
        ofTheVictimsSide();
        ofSharings();
        ofOwnRecords();
        ofParticipation();
        cases.proceedings().enter(byEndpoint);
        onEmergencies();
    }

    /** A fresh call of an endpoint, such as {@code GET /api/cases/{caseId}}; empty for one that nobody has put in here. */
    Optional<Call> fresh(String endpoint) {
        return Optional.ofNullable(byEndpoint.get(endpoint)).map(prepare -> prepare.apply(endpoint));
    }

    private void onNoCase() {
        for (var endpoint : List.of(
                "GET /api/reports",
                "GET /api/cases",
                "GET /api/assignments",
                "GET /api/assignments/mine",
                "GET /api/workload",
                "GET /api/conflict-refusals",
                "GET /api/approvals",
                "GET /api/disclosures",
                "GET /api/bodies",
                "POST /api/sign-on",
                "GET /api/ledger/verifier-key",
                "GET /api/ledger/second-verifier-key",
                "GET /api/ledger/checkpoint",
                "GET /api/ledger/entries",
                "GET /v3/api-docs",
                "GET /v3/api-docs.yaml",
                "GET /error")) {
            byEndpoint.put(endpoint, Call::of);
        }
        for (var endpoint : List.of(
                "GET /api/ledger/entries/{index}",
                "GET /api/ledger/entries/{index}/proof",
                "GET /api/ledger/bundles/{number}")) {
            byEndpoint.put(endpoint, at -> Call.of(at.replaceFirst("\\{[a-z]+}", "0")));
        }
        for (var tile : List.of("GET /api/ledger/tile/0/", "GET /api/ledger/tile/entries/")) {
            var endpoint = tile.replace("/0/", "/{level}/") + "{*tile}";
            byEndpoint.put(endpoint, at -> Call.of(tile + "000.p/1"));
        }
        byEndpoint.put(
                "GET /api/ledger/consistency/{first}/{second}", at -> Call.of("GET /api/ledger/consistency/1/1"));
        byEndpoint.put("POST /api/reports", at -> Call.of(at, TestCases.newKey(), TestCases.report()));
    }

    private void ofTheVictimsSide() {
        byEndpoint.put(
                "GET /api/cases/{caseId}/messages",
                at -> Call.of(at).about(cases.granted().id()));
        byEndpoint.put(
                "POST /api/cases/{caseId}/messages",
                at -> Call.of(at, TestCases.newKey(), Map.of("text", "Tomorrow at ten?"))
                        .about(cases.granted().id()));
        byEndpoint.put("POST /api/cases/{caseId}/messages/{id}/read", at -> {
            var granted = cases.granted();
            return Call.of(at.replace("{id}", cases.message(granted))).about(granted.id());
        });
        byEndpoint.put(
                "GET /api/cases/{caseId}/read-receipts",
                at -> Call.of(at).about(cases.granted().id()));
        byEndpoint.put(
                "PUT /api/cases/{caseId}/read-receipts",
                at -> Call.of(at, Map.of(), Map.of("isShown", true))
                        .about(cases.granted().id()));
    }

    private void ofSharings() {
        byEndpoint.put("POST /api/cases/{caseId}/notes/{id}/scope", at -> {
            var granted = cases.granted();
            var noted = cases.privateNote(granted);
            return Call.of(at.replace("{id}", noted.id()), ifMatch(noted.etag()), Map.of("scope", "CASE_TEAM"))
                    .about(granted.id());
        });
        byEndpoint.put(
                "POST /api/cases/{caseId}/consents",
                at -> Call.of(at, Map.of(), TestCases.consent())
                        .about(cases.granted().id()));
        byEndpoint.put("POST /api/cases/{caseId}/consents/{id}/withdrawal", at -> {
            var granted = cases.granted();
            return Call.of(at.replace("{id}", cases.consent(granted))).about(granted.id());
        });
        for (var view : List.of("/shared-notes", "/consents")) {
            byEndpoint.put(
                    "GET /api/cases/{caseId}" + view,
                    at -> Call.of(at).about(cases.granted().id()));
        }
    }

    private void ofOwnRecords() {
        for (var view : List.of("/safe-contact", "/own-safe-contact", "/corrections", "/retaliation", "/flags")) {
            byEndpoint.put(
                    "GET /api/cases/{caseId}" + view,
                    at -> Call.of(at).about(cases.granted().id()));
        }
        byEndpoint.put("GET /api/retaliation", Call::of);
        byEndpoint.put("GET /api/cases/{caseId}/next-check", at -> {
            var granted = cases.granted();
            cases.nextCheck(granted);
            return Call.of(at).about(granted.id());
        });
        byEndpoint.put(
                "PUT /api/cases/{caseId}/next-check",
                at -> Call.of(at, Map.of(), TestCases.nextCheck())
                        .about(cases.granted().id()));
        byEndpoint.put(
                "PUT /api/cases/{caseId}/own-safe-contact",
                at -> Call.of(at, ifMatch("\"0\""), TestCases.safeContact())
                        .about(cases.granted().id()));
        byEndpoint.put(
                "POST /api/cases/{caseId}/corrections",
                at -> Call.of(at, TestCases.newKey(), Map.of("text", "It was the year before."))
                        .about(cases.granted().id()));
        byEndpoint.put(
                "POST /api/cases/{caseId}/retaliation",
                at -> Call.of(at, TestCases.newKey(), TestCases.retaliation())
                        .about(cases.granted().id()));
        byEndpoint.put("POST /api/cases/{caseId}/flags/{id}/seen", at -> {
            var granted = cases.granted();
            return Call.of(at.replace("{id}", cases.retaliation(granted))).about(granted.id());
        });
    }

    private void ofParticipation() {
        byEndpoint.put(
                "GET /api/cases/{caseId}/participation",
                at -> Call.of(at).about(cases.granted().id()));
        byEndpoint.put(
                "POST /api/cases/{caseId}/participation",
                at -> Call.of(at, Map.of(), Map.of("participation", "PAUSED"))
                        .about(cases.granted().id()));
    }

    private void onKeys() {
        for (var view : List.of("GET /api/keys", "GET /api/keys/rotations")) {
            byEndpoint.put(view, Call::of);
        }
        byEndpoint.put("POST /api/keys/rotations", at -> Call.of(at, Map.of(), Map.of("group", "LINKAGE")));
        for (var onOne : List.of(
                "GET /api/keys/rotations/{id}",
                "POST /api/keys/rotations/{id}/approval",
                "POST /api/keys/rotations/{id}/cancellation")) {
            byEndpoint.put(onOne, at -> Call.of(at).about(cases.proposedRotation()));
        }
    }

    private void onEmergencies() {
        byEndpoint.put("GET /api/emergency-access", Call::of);
        byEndpoint.put(
                "POST /api/cases/{caseId}/emergency-access",
                at -> Call.of(at, Map.of(), TestCases.EMERGENCY)
                        .about(cases.granted().id()));
        byEndpoint.put(
                "POST /api/emergency-access/{id}/approval",
                at -> Call.of(at, Map.of(), Map.of()).about(cases.emergency()));
        for (var onOne : List.of(
                "GET /api/emergency-access/{id}",
                "GET /api/emergency-access/mine/{id}",
                "POST /api/emergency-access/{id}/refusal")) {
            byEndpoint.put(onOne, at -> Call.of(at).about(cases.emergency()));
        }
        byEndpoint.put("GET /api/emergency-access/mine", Call::of);
        byEndpoint.put("POST /api/emergency-access/{id}/end", at -> Call.of(at).about(cases.approvedEmergency()));
    }

    private void onACase() {
        for (var view : List.of("", "/identity", "/progress", "/access-log")) {
            byEndpoint.put(
                    "GET /api/cases/{caseId}" + view,
                    at -> Call.of(at).about(cases.granted().id()));
        }
        byEndpoint.put("POST /api/cases/{caseId}/notes", at -> versioned(at, Map.of("text", "Called at a safe time.")));
        byEndpoint.put("POST /api/cases/{caseId}/status", at -> versioned(at, Map.of("status", "IN_SUPPORT")));
        byEndpoint.put(
                "POST /api/cases/{caseId}/disclosures",
                at -> Call.of(at, Map.of(), Map.of("recipient", TestCases.RECIPIENT))
                        .about(cases.granted().id()));
    }

    private void onAChronology() {
        var chronology = "/api/cases/{caseId}/chronology";
        byEndpoint.put(
                "GET " + chronology, at -> Call.of(at).about(cases.granted().id()));
        byEndpoint.put(
                "POST " + chronology,
                at -> Call.of(at, ifMatch("\"0\""), TestCases.contact())
                        .about(cases.granted().id()));
        byEndpoint.put("POST " + chronology + "/{entryId}/correction", at -> onAnEntry(at, TestCases.contact()));
        byEndpoint.put(
                "POST " + chronology + "/{entryId}/knowledge",
                at -> onAnEntry(at, Map.of("body", "northfield", "on", Map.of("precision", "UNKNOWN"))));
        byEndpoint.put(
                "POST " + chronology + "/export",
                at -> Call.of(at).about(cases.granted().id()));
        byEndpoint.put("POST " + chronology + "/alarms/{alarmId}/closure", at -> {
            var raised = cases.alarmed();
            return Call.of(
                            at.replace("{alarmId}", raised.thing()),
                            ifMatch(raised.etag()),
                            Map.of("reason", "The force has answered."))
                    .about(raised.id());
        });
        byEndpoint.put(
                "GET /api/cases/{caseId}/knowledge",
                at -> Call.of(at + "?body=westmarch&on=2026-03-03")
                        .about(cases.granted().id()));
    }

    private void onRisk() {
        byEndpoint.put("GET /api/risk-tools", Call::of);
        var risk = "/api/cases/{caseId}/risk";
        byEndpoint.put("GET " + risk, at -> Call.of(at).about(cases.granted().id()));
        byEndpoint.put(
                "POST " + risk + "/assessments",
                at -> Call.of(at, ifMatch("\"0\""), TestCases.assessment())
                        .about(cases.granted().id()));
        byEndpoint.put(
                "POST " + risk + "/incidents",
                at -> Call.of(at, ifMatch("\"0\""), TestCases.incident())
                        .about(cases.granted().id()));
    }

    private void onTimers() {
        byEndpoint.put("GET /api/timer-rules", Call::of);
        byEndpoint.put("GET /api/breaches", Call::of);
        for (var view : List.of("/timers", "/expectations")) {
            byEndpoint.put(
                    "GET /api/cases/{caseId}" + view,
                    at -> Call.of(at).about(cases.granted().id()));
        }
        byEndpoint.put(
                "POST /api/cases/{caseId}/happenings",
                at -> Call.of(at, ifMatch("\"0\""), TestCases.codeComplaint())
                        .about(cases.granted().id()));
        byEndpoint.put("POST /api/cases/{caseId}/happenings/{happeningId}/retraction", at -> {
            var told = cases.withHappening(TestCases.codeComplaint());
            return Call.of(at.replace("{happeningId}", told.thing()), ifMatch(told.etag()), null)
                    .about(told.id());
        });
        byEndpoint.put(
                "POST /api/cases/{caseId}/tier",
                at -> Call.of(at, ifMatch("\"0\""), Map.of("tier", "STANDARD"))
                        .about(cases.granted().id()));
        var timer = "POST /api/cases/{caseId}/timers/{timerId}/";
        byEndpoint.put(timer + "evidence", at -> onATimer(at, TestCases.codeComplaint(), TestCases.evidence()));
        byEndpoint.put(
                timer + "judgement", at -> onATimer(at, TestCases.codeComplaint(), Map.of("verdict", "UNKNOWN")));
        byEndpoint.put(timer + "pause", at -> onATimer(at, TestCases.accessAsked(), Map.of("from", "2026-03-05")));
        byEndpoint.put(timer + "pause/end", at -> {
            var still = cases.withTimerThatStandsStill();
            return Call.of(at.replace("{timerId}", still.thing()), ifMatch(still.etag()), Map.of("to", "2026-03-09"))
                    .about(still.id());
        });
        byEndpoint.put(
                timer + "start",
                at -> onATimer(at, Map.of("trigger", "CODE_COMPLAINT_RECEIVED"), Map.of("on", "2026-03-05")));
    }

    private Call onATimer(String endpoint, Map<String, Object> happening, Object body) {
        var timer = cases.withTimer(happening);
        return Call.of(endpoint.replace("{timerId}", timer.thing()), ifMatch(timer.etag()), body)
                .about(timer.id());
    }

    private Call onAnEntry(String endpoint, Object body) {
        var entry = cases.withContact();
        return Call.of(endpoint.replace("{entryId}", entry.thing()), ifMatch(entry.etag()), body)
                .about(entry.id());
    }

    /** Who is asked to take a case, who answers, who leaves. */
    private void onPeople() {
        byEndpoint.put(
                "GET /api/cases/{caseId}/assignments",
                at -> Call.of(at).about(cases.granted().id()));
        byEndpoint.put(
                "POST /api/cases/{caseId}/assignments",
                at -> Call.of(at, Map.of(), TestCases.assignment(cases.advocateId()))
                        .about(cases.granted().id()));
        byEndpoint.put(
                "POST /api/cases/{caseId}/transfers",
                at -> Call.of(
                                at,
                                Map.of(),
                                Map.of(
                                        "kind",
                                        "TRANSFER",
                                        "advocate",
                                        cases.colleagueId(),
                                        "until",
                                        in(TERM),
                                        "reason",
                                        "WORKLOAD"))
                        .about(cases.granted().id()));
        var why = Map.of("reason", "OTHER");
        onAssignment("acceptance", null, cases::submitted);
        onAssignment("refusal", why, cases::submitted);
        onAssignment("withdrawal", why, cases::submitted);
        byEndpoint.put("POST /api/cases/{caseId}/assignments/{id}/end", at -> {
            var caseId = cases.submitted();
            var id = cases.asked(caseId);
            cases.accept(caseId, id);
            return Call.of(at.replace("{id}", id), Map.of(), why).about(caseId);
        });
    }

    private void onAssignment(String move, @Nullable Object body, Supplier<String> newCase) {
        byEndpoint.put("POST /api/cases/{caseId}/assignments/{id}/" + move, at -> {
            var caseId = newCase.get();
            return Call.of(at.replace("{id}", cases.asked(caseId)), Map.of(), body)
                    .about(caseId);
        });
    }

    private Call versioned(String endpoint, Object body) {
        var granted = cases.granted();
        return Call.of(endpoint, ifMatch(granted.etag()), body).about(granted.id());
    }

    private void onADisclosure() {
        byEndpoint.put(
                "GET /api/disclosures/{id}/draft",
                at -> Call.of(at).about(cases.draft().id()));
        byEndpoint.put("PUT /api/disclosures/{id}/redactions", at -> {
            var draft = cases.draft();
            return Call.of(at, ifMatch(draft.etag()), Map.of("redactions", List.of()))
                    .about(draft.id());
        });
        byEndpoint.put("POST /api/disclosures/{id}/proposal", at -> {
            var draft = cases.corrected();
            return Call.of(at, ifMatch(draft.etag()), null).about(draft.id());
        });
        byEndpoint.put(
                "POST /api/disclosures/{id}/approval",
                at -> Call.of(at).about(cases.proposed().id()));
        byEndpoint.put(
                "POST /api/disclosures/{id}/release",
                at -> Call.of(at, Map.of(), Map.of("expiresAt", in(TERM)))
                        .about(cases.approved().id()));
        byEndpoint.put(
                "POST /api/disclosures/{id}/withdrawal",
                at -> Call.of(at).about(cases.released().id()));
        byEndpoint.put(
                "GET /api/disclosures/{id}/file",
                at -> Call.of(at).about(cases.released().id()));
    }
}
