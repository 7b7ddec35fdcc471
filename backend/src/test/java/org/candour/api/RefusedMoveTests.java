package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.api.Bystander.fields;
import static org.candour.api.Bystander.kind;
import static org.candour.api.TestCases.TERM;
import static org.candour.api.TestCases.in;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.candour.api.TestCases.TestDisclosure;
import org.candour.development.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Requests in good form that the state of a case or disclosure does not allow. */
class RefusedMoveTests extends Harness {
    @Test
    void aMoveThatTheTableDoesNotHaveIsRefusedAndTheOthersAreNamed() {
        var granted = cases().granted();
        settle();

        var refused = store().refused(
                        409,
                        () -> as(Caller.ADVOCATE)
                                .post(
                                        granted.path("status"),
                                        Map.of("status", "WITH_INVESTIGATORS"),
                                        TestCases.ifMatch(granted.etag())));

        assertThat(kind(refused)).isEqualTo("status-conflict");
        assertThat(refused.json().path("current").stringValue()).isEqualTo("RECEIVED");
        assertThat(words(refused, "allowed")).containsExactly("IN_SUPPORT", "CLOSED");
    }

    @Test
    void whoTakesPartCannotGoOnAndIsToldWhatTheyCanDo() {
        var granted = cases().granted();
        settle();

        var refused = store().refused(
                        409,
                        () -> as(Caller.OWNER)
                                .post(granted.path("participation"), Map.of("participation", "TAKING_PART")));

        assertThat(kind(refused)).isEqualTo("status-conflict");
        assertThat(refused.json().path("current").stringValue()).isEqualTo("TAKING_PART");
        assertThat(words(refused, "allowed")).containsExactly("PAUSED", "WITHDRAWN");
    }

    @Test
    void aClockThatRunsCannotGoOnAndNoneStopsOnADayOutsideItsTime() {
        var timer = cases().withTimer(TestCases.accessAsked());
        var path = "/api/cases/" + timer.id() + "/timers/" + timer.thing() + "/pause";
        settle();

        var conflict = store().refused(
                        409,
                        () -> as(Caller.ADVOCATE)
                                .post(path + "/end", Map.of("to", "2026-03-09"), TestCases.ifMatch(timer.etag())));
        var outside = store().refused(
                        422,
                        () -> as(Caller.ADVOCATE)
                                .post(path, Map.of("from", "2026-03-03"), TestCases.ifMatch(timer.etag())));

        assertThat(fields(outside)).containsExactly("from");
        assertThat(kind(conflict)).isEqualTo("status-conflict");
        assertThat(words(conflict, "allowed")).containsExactly("STANDS_STILL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canary",
                "westmarch",
                "",
                "IOPC",
                "iopc ",
                "a-body-whose-name-is-longer-than-any-body-of-that-name-would-be-allowed-to-be"
            })
    void aCopyForABodyThatMayNotHaveOneIsRefused(String recipient) {
        var granted = cases().granted();
        settle();
        var isWellFormed = List.of("canary", "westmarch").contains(recipient);

        var refused = store().refused(
                        isWellFormed ? 422 : 400,
                        () -> as(Caller.ADVOCATE).post(granted.path("disclosures"), Map.of("recipient", recipient)));

        assertThat(fields(refused)).containsExactly("recipient");
        assertThat(refused.text()).doesNotContain("canary");
    }

    @Test
    void aBodyThatIsUnknownAndTheAccusedsForceAreRefusedAlike() {
        var granted = cases().granted();
        var unknown = as(Caller.ADVOCATE).post(granted.path("disclosures"), Map.of("recipient", "nobody"));
        var force = as(Caller.ADVOCATE).post(granted.path("disclosures"), Map.of("recipient", "westmarch"));

        assertThat(force.expect(422).text()).isEqualTo(unknown.expect(422).text());
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, approval, PROPOSED ENDED",
        "DRAFT, release, PROPOSED ENDED",
        "PROPOSED, release, APPROVED ENDED",
        "PROPOSED, proposal, APPROVED ENDED",
        "PROPOSED, redactions, APPROVED ENDED",
        "APPROVED, approval, RELEASED ENDED",
        "RELEASED, release, ENDED",
        "RELEASED, approval, ENDED",
        "ENDED, withdrawal, ''",
        "ENDED, approval, ''",
        "ENDED, release, ''"
    })
    void aStepThatTheStageDoesNotAllowIsRefusedAndTheOthersAreNamed(String stage, String step, String allowed) {
        var disclosure = at(stage);
        settle();

        var refused = store().refused(409, () -> take(step, disclosure));

        assertThat(kind(refused)).isEqualTo("status-conflict");
        assertThat(refused.json().path("current").stringValue()).isEqualTo(stage);
        assertThat(String.join(" ", words(refused, "allowed"))).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "P-3650D", "P91D", "P36500D"})
    void aTermThatIsNoneIsRefused(String term) {
        var approved = cases().approved();
        settle();

        var refused = store().refused(
                        422,
                        () -> as(Caller.ADVOCATE)
                                .post(approved.path("release"), Map.of("expiresAt", in(Duration.parse(term)))));

        assertThat(fields(refused)).containsExactly("expiresAt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"+1000000000-12-31T23:59:59Z\"", "\"-1000000000-01-01T00:00:00Z\""})
    void theEndsOfTimeAreNoTerm(String expiresAt) {
        var approved = cases().approved();
        settle();

        store().refused(
                        422,
                        () -> as(Caller.ADVOCATE).post(approved.path("release"), "{\"expiresAt\": " + expiresAt + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1893456000",
                "1893456000.5",
                "\"1893456000\"",
                "\"2029-12-31\"",
                "\"2029-12-31T00:00:00\"",
                "\"canary\"",
                "null",
                "\"\""
            })
    void anInstantThatIsNoneIsRefused(String expiresAt) {
        var approved = cases().approved();
        settle();

        var refused = store().refused(
                        400,
                        () -> as(Caller.ADVOCATE).post(approved.path("release"), "{\"expiresAt\": " + expiresAt + "}"));

        assertThat(fields(refused)).containsExactly("expiresAt");
        assertThat(refused.text()).doesNotContain("canary");
    }

    @Test
    void anExpiredDisclosureIsNotThereForItsReader() {
        var released = cases().released(Duration.ofMillis(1_500));
        as(Caller.INVESTIGATOR).get(released.path("file")).expect(200);

        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .until(() -> as(Caller.INVESTIGATOR).get(released.path("file")).status() == 404);

        assertThat(as(Caller.INVESTIGATOR)
                        .get("/api/disclosures?size=200")
                        .expect(200)
                        .text())
                .doesNotContain(released.id());
    }

    @Test
    void aWithdrawnDisclosureIsNotThereForItsReader() {
        var released = cases().released();
        as(Caller.INVESTIGATOR).get(released.path("file")).expect(200);

        as(Caller.ADVOCATE).post(released.path("withdrawal")).expect(204);

        as(Caller.INVESTIGATOR).get(released.path("file")).expect(404);
    }

    @ParameterizedTest
    @CsvSource({"PT-1S, until", "P181D, until"})
    void aGrantForATermThatIsNoneIsRefused(String term, String field) {
        var body = Map.of("advocate", cases().advocateId(), "until", in(Duration.parse(term)));

        refusesGrant(422, body, field);
    }

    @Test
    void aGrantToNobodyIsRefused() {
        refusesGrant(422, Map.of("advocate", "0".repeat(32), "until", in(TERM)), "advocate");
        refusesGrant(400, Map.of("advocate", "amara.advocate", "until", in(TERM)), "advocate");
        refusesGrant(400, Map.of("until", in(TERM)), "advocate");
    }

    @Test
    void aGrantToSomebodyWhoIsNoAdvocateIsRefused() {
        var auditor = as(Caller.AUDITOR)
                .post("/api/sign-on")
                .expect(200)
                .json()
                .path("id")
                .stringValue();

        refusesGrant(422, Map.of("advocate", Objects.requireNonNull(auditor), "until", in(TERM)), "advocate");
    }

    private void refusesGrant(int status, Map<String, String> body, String field) {
        var granted = cases().granted();
        settle();

        var assignment = new HashMap<>(body);
        assignment.put("kind", "ASSIGNMENT");
        assignment.put("reason", "NO_ADVOCATE_YET");

        var refused =
                store().refused(status, () -> as(Caller.COMMISSIONER).post(granted.path("assignments"), assignment));

        assertThat(fields(refused)).containsExactly(field);
    }

    private TestDisclosure at(String stage) {
        return switch (stage) {
            case "DRAFT" -> cases().draft();
            case "PROPOSED" -> cases().proposed();
            case "APPROVED" -> cases().approved();
            case "RELEASED" -> cases().released();
            default -> {
                var released = cases().released();
                as(Caller.ADVOCATE).post(released.path("withdrawal")).expect(204);
                yield released;
            }
        };
    }

    private Answer take(String step, TestDisclosure disclosure) {
        return switch (step) {
            case "approval" -> as(Caller.COMMISSIONER).post(disclosure.path(step));
            case "release" -> as(Caller.ADVOCATE).post(disclosure.path(step), Map.of("expiresAt", in(TERM)));
            case "redactions" -> correct(disclosure);
            default -> cases().advocatePosts(disclosure, step);
        };
    }

    private Answer correct(TestDisclosure draft) {
        return as(Caller.ADVOCATE)
                .put(draft.path("redactions"), Map.of("redactions", List.of()), TestCases.ifMatch(draft.etag()));
    }

    private static List<String> words(Answer problem, String name) {
        var words = new ArrayList<String>();
        for (JsonNode word : problem.json().path(name)) {
            words.add(Objects.requireNonNull(word.stringValue()));
        }
        return words;
    }
}
