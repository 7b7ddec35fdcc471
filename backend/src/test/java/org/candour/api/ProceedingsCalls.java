package org.candour.api;

import static org.candour.api.TestCases.ifMatch;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candour.casework.proceedings.ScreeningQuestion;
import org.candour.development.ApiClient;

/** Calls about the proceedings of a case that are right in every way. */
final class ProceedingsCalls {
    private static final Map<String, ?> DAY = Map.of("precision", "EXACT", "from", "2026-03-03");

    private final TestCases cases;
    private final ApiClient advocate;

    ProceedingsCalls(TestCases cases, ApiClient advocate) {
        this.cases = cases;
        this.advocate = advocate;
    }

    /** A case with one allegation of a sexual assault, and nothing else told: three alarms are up. */
    record Told(String caseId, String allegation, String etag) {
        String path(String what) {
            return "/api/cases/" + caseId + "/" + what;
        }

        Told at(String newEtag) {
            return new Told(caseId, allegation, newEtag);
        }
    }

    Told told() {
        var id = cases.granted().id();
        var answer = advocate.post("/api/cases/" + id + "/allegations", allegation(), ifMatch("\"0\""))
                .expect(201);
        return new Told(id, answer.json().path("id").stringValue(), answer.etag());
    }

    static Map<String, Object> allegation() {
        var facts = new TreeMap<String, Object>(Map.of(
                "accused",
                0,
                "category",
                Map.of("scheme", "iopc-2020", "code", "J1"),
                "duty",
                "ON_DUTY",
                "howMet",
                "AS_VICTIM",
                "vulnerabilities",
                List.of("DOMESTIC_ABUSE"),
                "happened",
                DAY,
                "forceThen",
                "westmarch",
                "forceNow",
                "UNKNOWN",
                "criminal",
                "UNKNOWN",
                "relatedCases",
                List.of()));
        facts.put("standard", Map.of("scheme", "standards-2020", "code", "conduct"));
        return Map.of("facts", facts, "words", Map.of("summary", "He came back after the call."));
    }

    static Map<String, Object> facts() {
        return Map.of(
                "happenedOn",
                DAY,
                "knownTo",
                List.of(Map.of("whom", "westmarch", "knownOn", Map.of("precision", "UNKNOWN"))),
                "decidedBy",
                "POLICE",
                "decidingBody",
                "westmarch");
    }

    static Map<String, Object> screening() {
        return Map.of(
                "answers",
                Arrays.stream(ScreeningQuestion.values())
                        .collect(Collectors.toMap(
                                Enum::name, one -> one == ScreeningQuestion.SERIOUS_ASSAULT ? "YES" : "UNKNOWN")));
    }

    static Map<String, Object> step() {
        return Map.of("step", "REPORTED_TO_POLICE", "allegations", List.of(), "facts", facts());
    }

    static Map<String, Object> outcome() {
        return Map.of(
                "outcome", Map.of("scheme", "home-office-2014", "code", "16"),
                "allegations", List.of(),
                "facts", facts(),
                "words", Map.of("reason", "They say that she withdrew."),
                "victim", Map.of("disputes", "YES", "account", "I never said that."));
    }

    static Map<String, Object> referral() {
        return Map.of(
                "decision",
                "MANDATORY",
                "allegations",
                List.of(),
                "basis",
                List.of("SERIOUS_ASSAULT"),
                "facts",
                facts());
    }

    void enter(Map<String, Function<String, Call>> byEndpoint) {
        byEndpoint.put("GET /api/outcomes", Call::of);
        for (var view : List.of("proceedings", "tasks")) {
            byEndpoint.put(
                    "GET /api/cases/{caseId}/" + view,
                    at -> Call.of(at).about(cases.granted().id()));
        }
        byEndpoint.put(
                "POST /api/cases/{caseId}/allegations",
                at -> Call.of(at, ifMatch("\"0\""), allegation())
                        .about(cases.granted().id()));
        enter(byEndpoint, "allegations/{allegationId}/correction", allegation());
        enter(byEndpoint, "allegations/{allegationId}/state", Map.of("state", "WITHDRAWN", "reason", "She asked."));
        enter(byEndpoint, "allegations/{allegationId}/screening", screening());
        enter(byEndpoint, "referral", referral());
        enter(byEndpoint, "tracks/{track}/events", step());
        enter(byEndpoint, "tracks/{track}/outcome", outcome());
        enter(byEndpoint, "alarms/{alarmId}/closing", Map.of("reason", "Reported under another name."));
        enter(
                byEndpoint,
                "tasks/{taskId}/snooze",
                Map.of("until", LocalDate.now(ZoneOffset.UTC).plusDays(9).toString(), "reason", "He is away."));
        byEndpoint.put("POST /api/cases/{caseId}/tasks/{taskId}/completion", at -> {
            var told = told();
            var screened = advocate.post(
                            told.path("allegations/" + told.allegation() + "/screening"),
                            screening(),
                            ifMatch(told.etag()))
                    .expect(204);
            var timer = advocate.get(told.path("tasks"))
                    .expect(200)
                    .json()
                    .path("tasks")
                    .valueStream()
                    .map(task -> task.path("id").stringValue())
                    .filter(task -> task.startsWith("TIMER."))
                    .findFirst()
                    .orElseThrow();
            return Call.of(at.replace("{taskId}", timer), ifMatch(screened.etag()), Map.of("evidence", "A letter."))
                    .about(told.caseId());
        });
    }

    private void enter(Map<String, Function<String, Call>> byEndpoint, String what, Object body) {
        byEndpoint.put("POST /api/cases/{caseId}/" + what, at -> {
            var told = told();
            var endpoint = at.replace("{allegationId}", told.allegation())
                    .replace("{track}", "CRIMINAL")
                    .replace("{alarmId}", "CRIME_REFERENCE_MISSING." + told.allegation())
                    .replace("{taskId}", "CRIME_REFERENCE_MISSING." + told.allegation());
            return Call.of(endpoint, ifMatch(told.etag()), body).about(told.caseId());
        });
    }
}
