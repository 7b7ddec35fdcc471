package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.api.Bystander.fields;
import static org.candour.api.Bystander.kind;
import static org.candour.api.TestCases.ifMatch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.candour.api.ProceedingsCalls.Told;
import org.candour.development.ApiClient.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused of the proceedings of a case, and how it is said. Nothing changes. */
class ProceedingsProblemsTests extends Harness {
    @SuppressWarnings("NullAway.Init") // set before each test
    private Told told;

    @BeforeAll
    void prepare() {
        told = cases().proceedings().told();
        settle();
    }

    private Answer refused(int status, String what, Object body) {
        return store().refused(status, () -> as(Caller.ADVOCATE).post(told.path(what), body, ifMatch(told.etag())));
    }

    private static List<String> allowed(Answer answer) {
        return answer.json()
                .path("allowed")
                .valueStream()
                .map(one -> one.stringValue())
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> good, String field, Object value) {
        var changed = new HashMap<>(good);
        changed.put(field, value);
        return changed;
    }

    @Test
    void aDecisionNotToActWithoutAReasonNamesTheField() {
        var refused = refused(422, "tracks/CRIMINAL/outcome", with(ProceedingsCalls.outcome(), "words", Map.of()));

        assertThat(kind(refused)).isEqualTo("fact-refused");
        assertThat(fields(refused)).containsExactly("words.reason");
    }

    @Test
    void anOutcomeOfAnotherTrackNamesTheSchemesOfThisOne() {
        var refused = refused(422, "tracks/FAMILY_COURT/outcome", ProceedingsCalls.outcome());

        assertThat(fields(refused)).containsExactly("outcome.scheme");
        assertThat(allowed(refused)).containsExactly("family-court");
    }

    @Test
    void aMoveThatTheTableDoesNotHaveNamesThoseThatItHas() {
        var other = cases().proceedings().told();
        var withdrawn = as(Caller.ADVOCATE)
                .post(
                        other.path("allegations/" + other.allegation() + "/state"),
                        Map.of("state", "WITHDRAWN", "reason", "She asked."),
                        ifMatch(other.etag()))
                .expect(204);
        settle();

        var refused = store().refused(
                        409,
                        () -> as(Caller.ADVOCATE)
                                .post(
                                        other.path("allegations/" + other.allegation() + "/state"),
                                        Map.of("state", "CLOSED", "reason", "Over."),
                                        ifMatch(withdrawn.etag())));

        assertThat(kind(refused)).isEqualTo("status-conflict");
        assertThat(refused.json().path("current").stringValue()).isEqualTo("WITHDRAWN");
        assertThat(allowed(refused)).containsExactly("OPEN");
    }

    @Test
    void theSecondOfTwoEditorsIsToldTheVersion() {
        var refused = store().refused(
                        412,
                        () -> as(Caller.ADVOCATE)
                                .post(told.path("allegations"), ProceedingsCalls.allegation(), ifMatch("\"0\"")));

        assertThat(kind(refused)).isEqualTo("version-conflict");
        assertThat(refused.etag()).isEqualTo(told.etag());
    }

    @ParameterizedTest
    @ValueSource(strings = {"facts", "allegations", "outcome"})
    void whatIsLeftOutOfAnOutcomeIsNamed(String field) {
        var incomplete = new HashMap<>(ProceedingsCalls.outcome());
        incomplete.remove(field);

        assertThat(fields(refused(400, "tracks/CRIMINAL/outcome", incomplete))).containsExactly(field);
    }

    @Test
    void aQuestionThatNobodyAskedIsRefused() {
        var odd = Map.of("answers", Map.of("CANARY", "YES"));

        var refused = refused(400, "allegations/" + told.allegation() + "/screening", odd);

        assertThat(fields(refused)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tracks/CANARY/events",
                "alarms/CANARY/closing",
                "alarms/REFERRAL_MISSING.canary/closing",
                "tasks/canary/snooze",
                "tasks/TIMER.6c1f9d2e-0000-4000-8000-000000000000/completion",
                "allegations/6c1f9d2e-0000-4000-8000-000000000000/screening"
            })
    void whatIsNotThereIsNotThere(String what) {
        var body = switch (what.replaceAll(".*/", "")) {
            case "events" -> ProceedingsCalls.step();
            case "closing" -> Map.of("reason", "None.");
            case "snooze" -> Map.of("until", "2099-01-01", "reason", "None.");
            case "completion" -> Map.of("evidence", "None.");
            default -> ProceedingsCalls.screening();
        };

        assertThat(kind(refused(404, what, body))).isEqualTo("not-found");
    }
}
