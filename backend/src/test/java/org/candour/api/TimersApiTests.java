package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.api.TestCases.codeComplaint;
import static org.candour.api.TestCases.evidence;
import static org.candour.api.TestCases.ifMatch;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candour.development.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Time limits, as clients see them. */
class TimersApiTests extends Harness {
    private static final String PROBLEM = "entry-refused";

    private Answer judge(TestCases.TestThing timer, String what, Object body) {
        return as(Caller.ADVOCATE)
                .post(
                        "/api/cases/" + timer.id() + "/timers/" + timer.thing() + "/" + what,
                        body,
                        ifMatch(timer.etag()));
    }

    private JsonNode only(String caseId) {
        return as(Caller.ADVOCATE)
                .get("/api/cases/" + caseId + "/timers")
                .expect(200)
                .json()
                .at("/timers/0");
    }

    @Test
    void aTimeLimitRunsIsMissedIsShownToTheCommissionerAndIsMet() {
        var timer = cases().withTimer(codeComplaint());

        var missed = only(timer.id());
        assertThat(missed.path("state").stringValue()).isEqualTo("MISSED");
        assertThat(missed.path("dueAt").stringValue()).isEqualTo("2026-03-18T23:59:59Z");
        assertThat(missed.path("breach").booleanValue()).isTrue();
        assertThat(missed.path("mayTellVictim").booleanValue()).isFalse();
        var register =
                as(Caller.COMMISSIONER).get("/api/breaches").expect(200).json().path("items");
        assertThat(register.findValuesAsString("caseId")).contains(timer.id());

        judge(timer, "evidence", evidence()).expect(204);

        assertThat(only(timer.id()).path("state").stringValue()).isEqualTo("MET");
        assertThat(as(Caller.COMMISSIONER).get("/api/breaches").expect(200).text())
                .doesNotContain(timer.id());
    }

    @Test
    void theVictimReadsWhatWasExpectedAndNotThatALawWasBroken() {
        var timer = cases().withTimer(codeComplaint());

        var expectations = as(Caller.OWNER)
                .get("/api/cases/" + timer.id() + "/expectations")
                .expect(200);

        assertThat(expectations.json().at("/0/standing").stringValue()).isEqualTo("WAS_EXPECTED");
        assertThat(expectations.json().at("/0/words").stringValue()).startsWith("Answer a complaint under the Code");
        assertThat(expectations.text()).doesNotContain("MISSED", "breach", "NOT_KEPT");
    }

    @Test
    void whatIsImpossibleFromAStateIsRefusedWithWhatIsPossible() {
        var timer = cases().withTimer(codeComplaint());
        settle();

        var refused = store().refused(409, () -> judge(timer, "judgement", Map.of("verdict", "WAIVED_BY_VICTIM")));

        assertThat(Bystander.kind(refused)).isEqualTo("status-conflict");
        assertThat(refused.json().path("current").stringValue()).isEqualTo("MISSED");
        assertThat(refused.text()).contains("MET_LATE", "REASON_GIVEN").doesNotContain("WAIVED");
    }

    @Test
    void badInputIsRefusedByFieldAndNothingIsStored() {
        var timer = cases().withTimer(codeComplaint());
        var happenings = "/api/cases/" + timer.id() + "/happenings";
        settle();

        for (var bad : List.<Map<String, Object>>of(
                Map.of("trigger", "FULL_MOON"),
                Map.of("on", "2026-03-04"),
                Map.of("trigger", "CODE_COMPLAINT_RECEIVED", "corrects", "the first"),
                Map.of("trigger", "CONTACT_MADE", "on", "2026-03-04", "agreedDays", 0),
                Map.of("trigger", "CODE_COMPLAINT_RECEIVED", "on", "2026-02-30"))) {
            store().refused(400, () -> as(Caller.ADVOCATE).post(happenings, bad, ifMatch(timer.etag())));
        }
        var onTrack = store().refused(
                        422,
                        () -> as(Caller.ADVOCATE)
                                .post(
                                        happenings,
                                        Map.of("trigger", "CHARGED", "on", "2026-03-04"),
                                        ifMatch(timer.etag())));
        assertThat(Bystander.kind(onTrack)).isEqualTo(PROBLEM);
        assertThat(Bystander.fields(onTrack)).containsExactly("trigger");
        var unheardOf = Map.<String, Object>of("trigger", "CODE_COMPLAINT_RECEIVED", "corrects", UUID.randomUUID());
        assertThat(Bystander.fields(store().refused(
                                422, () -> as(Caller.ADVOCATE).post(happenings, unheardOf, ifMatch(timer.etag())))))
                .containsExactly("corrects");
        var early = Map.of(
                "at", "2026-03-01T00:00:00Z",
                "channel", "LETTER",
                "toldBy", "POLICE",
                "toldTo", "VICTIM",
                "victimAgrees", "UNKNOWN");
        assertThat(Bystander.fields(store().refused(422, () -> judge(timer, "evidence", early))))
                .containsExactly("at");
        assertThat(Bystander.fields(
                        store().refused(422, () -> judge(timer, "judgement", Map.of("verdict", "REASON_GIVEN")))))
                .containsExactly("reason");
        store().refused(400, () -> judge(timer, "evidence", Map.of("channel", "LETTER")));
    }

    @Test
    void whatATrackToldIsCorrectedThereAndNotHere() {
        var told = cases().proceedings().told();
        var timers = as(Caller.ADVOCATE).get(told.path("timers")).expect(200).json();
        var clear = timers.at("/happenings/0");
        assertThat(clear.path("trigger").stringValue()).isEqualTo("MANDATORY_REFERRAL_CLEAR");
        settle();

        var path = told.path("happenings/" + clear.path("id").stringValue() + "/retraction");
        var refused = store().refused(422, () -> as(Caller.ADVOCATE).post(path, Map.of(), ifMatch(told.etag())));

        assertThat(Bystander.fields(refused)).containsExactly("happeningId");
    }

    @Test
    void theSecondOfTwoWritersHearsWhichVersionItIsAt() {
        var timer = cases().withTimer(codeComplaint());
        judge(timer, "judgement", Map.of("verdict", "UNKNOWN")).expect(204);
        settle();

        var refused = store().refused(412, () -> judge(timer, "evidence", evidence()));

        assertThat(refused.json().path("current").longValue()).isEqualTo(2);
        assertThat(refused.etag()).isEqualTo("\"2\"");
    }

    @Test
    void aTimerThatTheCaseDoesNotHaveIsNotThere() {
        var timer = cases().withTimer(codeComplaint());
        var other = new TestCases.TestThing(timer.id(), UUID.randomUUID().toString(), timer.etag());
        var none = new TestCases.TestThing(timer.id(), "x", timer.etag());
        settle();

        store().refused(404, () -> judge(other, "evidence", evidence()));
        store().refused(404, () -> judge(none, "evidence", evidence()));
    }

    @Test
    void theRulesAreOpenWithTheirSources() {
        var rules = as(Caller.NO_TOKEN).get("/api/timer-rules").expect(200).json();

        assertThat(rules.size()).isGreaterThan(50);
        assertThat(rules.path(0).path("id").stringValue()).isEqualTo("VC2-REC");
        assertThat(rules.path(0).path("verified").booleanValue()).isFalse();
        assertThat(rules.path(0).path("effectiveFrom").stringValue()).isEqualTo("2021-04-01");
        assertThat(rules)
                .allSatisfy(
                        rule -> assertThat(rule.path("source").stringValue()).isNotBlank());
    }
}
