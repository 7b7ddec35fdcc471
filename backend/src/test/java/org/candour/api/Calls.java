package org.candour.api;

import static org.candour.api.TestCases.TERM;
import static org.candour.api.TestCases.ifMatch;
import static org.candour.api.TestCases.in;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** For each endpoint a call that is right in every way: whatever refuses it, refuses whoever makes it. */
final class Calls {
    private final Map<String, Function<String, Call>> byEndpoint = new TreeMap<>();
    private final TestCases cases;

    Calls(TestCases cases) {
        this.cases = cases;
        onNoCase();
        onACase();
        onADisclosure();
        onKeys();
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
        for (var onOne : List.of("GET /api/emergency-access/{id}", "POST /api/emergency-access/{id}/refusal")) {
            byEndpoint.put(onOne, at -> Call.of(at).about(cases.emergency()));
        }
    }

    private void onACase() {
        for (var view : List.of("", "/identity", "/progress", "/access-log")) {
            byEndpoint.put(
                    "GET /api/cases/{caseId}" + view,
                    at -> Call.of(at).about(cases.granted().id()));
        }
        byEndpoint.put(
                "POST /api/cases/{caseId}/grants",
                at -> Call.of(at, Map.of(), Map.of("advocate", cases.advocateId(), "until", in(TERM)))
                        .about(cases.granted().id()));
        byEndpoint.put("POST /api/cases/{caseId}/notes", at -> versioned(at, Map.of("text", "Called at a safe time.")));
        byEndpoint.put("POST /api/cases/{caseId}/status", at -> versioned(at, Map.of("status", "IN_SUPPORT")));
        byEndpoint.put(
                "POST /api/cases/{caseId}/disclosures",
                at -> Call.of(at, Map.of(), Map.of("recipient", TestCases.RECIPIENT))
                        .about(cases.granted().id()));
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
