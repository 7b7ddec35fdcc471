package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candour.development.ApiClient.Answer;
import org.junit.jupiter.api.Test;

/** Emergency access over HTTP, with everything real. */
class EmergencyAccessTests extends Harness {
    @Test
    void anAdvocateWithoutAGrantGetsInWhenASecondPersonApprovesAndTheVictimSeesIt() {
        var caseId = cases().submitted();
        as(Caller.ADVOCATE).get("/api/cases/" + caseId).expect(404);
        var id = cases().emergency(caseId);

        assertThat(log(caseId)).doesNotContain("EMERGENCY");
        var waiting = as(Caller.COMMISSIONER).get("/api/emergency-access").expect(200);
        var asked = as(Caller.COMMISSIONER).get("/api/emergency-access/" + id).expect(200);
        approve(id, Map.of()).expect(204);
        settle();

        assertThat(waiting.text()).contains(id).doesNotContain("She rang");
        assertThat(asked.json().path("reason").stringValue()).isEqualTo("She rang and cannot speak for long.");
        as(Caller.ADVOCATE).get("/api/cases/" + caseId).expect(200);
        assertThat(log(caseId)).contains("REQUEST_EMERGENCY_ACCESS", "APPROVE_EMERGENCY_ACCESS", "OPEN_CASE");
    }

    @Test
    void whatIsHeldBackIsNotInTheVictimsAccessLog() {
        var caseId = cases().submitted();
        var id = cases().emergency(caseId);

        approve(id, Map.of("heldBackUntil", TestCases.in(Duration.ofDays(3)), "reason", "He reads her mail."))
                .expect(204);
        settle();
        as(Caller.ADVOCATE).get("/api/cases/" + caseId).expect(200);

        assertThat(log(caseId)).doesNotContain("EMERGENCY", "OPEN_CASE");
    }

    @Test
    void aRequestWithoutAReasonOrForHoursOnEndIsRefusedAndNothingIsStored() {
        var address = "/api/cases/" + cases().submitted() + "/emergency-access";
        settle();

        assertRefused(400, "reason", address, Map.of("minutes", 5));
        assertRefused(400, "reason", address, Map.of("reason", " ", "minutes", 5));
        assertRefused(400, "reason", address, Map.of("reason", "x".repeat(2001)));
        assertRefused(400, "minutes", address, Map.of("reason", "now", "minutes", 0));
        assertRefused(422, "minutes", address, Map.of("reason", "now", "minutes", 241));
    }

    private void assertRefused(int status, String field, String address, Map<String, Object> body) {
        var answer = store().refused(status, () -> as(Caller.ADVOCATE).post(address, body));
        assertThat(Bystander.fields(answer)).containsExactly(field);
    }

    @Test
    void itIsNotHeldBackWithoutADateThatIsPossibleAndAReason() {
        var id = cases().emergency();
        settle();

        for (var body : List.of(
                Map.of("heldBackUntil", "2020-01-01T00:00:00Z", "reason", "safety"),
                Map.of("heldBackUntil", TestCases.in(Duration.ofDays(91)), "reason", "safety"))) {
            assertThat(Bystander.fields(store().refused(422, () -> approve(id, new HashMap<>(body)))))
                    .containsExactly("heldBackUntil");
        }
        var until = TestCases.in(Duration.ofDays(1));
        assertThat(Bystander.fields(store().refused(422, () -> approve(id, Map.of("heldBackUntil", until)))))
                .containsExactly("reason");
    }

    @Test
    void whatIsRefusedStaysRefusedAndTheProblemSaysSo() {
        var id = cases().emergency();
        as(Caller.COMMISSIONER).post("/api/emergency-access/" + id + "/refusal").expect(204);
        settle();

        var answer = store().refused(409, () -> approve(id, Map.of()));

        assertThat(answer.json().path("current").stringValue()).isEqualTo("REFUSED");
        assertThat(answer.json().path("allowed")).isEmpty();
    }

    @Test
    void whoeverAsksIsToldWhereTheySeeWhatBecomesOfIt() {
        var asked = as(Caller.ADVOCATE)
                .post("/api/cases/" + cases().submitted() + "/emergency-access", TestCases.EMERGENCY)
                .expect(201);

        as(Caller.ADVOCATE).get(asked.header("Location")).expect(200);
        as(Caller.OTHER_ADVOCATE).get(asked.header("Location")).expect(404);
    }

    @Test
    void whoeverAskedSeesWhatBecameOfItAndEndsItOnce() {
        var caseId = cases().submitted();
        var id = cases().emergency(caseId);
        approve(id, Map.of()).expect(204);
        var own = "/api/emergency-access/mine/" + id;
        assertThat(as(Caller.ADVOCATE).get(own).expect(200).json().path("stage").stringValue())
                .isEqualTo("APPROVED");

        as(Caller.ADVOCATE).post("/api/emergency-access/" + id + "/end").expect(204);
        settle();

        as(Caller.ADVOCATE).get("/api/cases/" + caseId).expect(404);
        var ended = as(Caller.ADVOCATE).get(own).expect(200);
        assertThat(ended.json().path("stage").stringValue()).isEqualTo("ENDED");
        assertThat(as(Caller.ADVOCATE)
                        .get("/api/emergency-access/mine")
                        .expect(200)
                        .text())
                .contains(id)
                .doesNotContain("She rang");
        var again = store().refused(409, () -> as(Caller.ADVOCATE).post("/api/emergency-access/" + id + "/end"));
        assertThat(again.json().path("current").stringValue()).isEqualTo("ENDED");
        assertThat(log(caseId)).contains("END_EMERGENCY_ACCESS");
    }

    @Test
    void aRequestAboutNoCaseIsAnsweredAsWhatIsNotThere() {
        as(Caller.ADVOCATE)
                .post("/api/cases/" + UUID.randomUUID() + "/emergency-access", TestCases.EMERGENCY)
                .expect(404);
    }

    private Answer approve(String id, Map<String, Object> body) {
        return as(Caller.COMMISSIONER).post("/api/emergency-access/" + id + "/approval", body);
    }

    private String log(String caseId) {
        return as(Caller.OWNER)
                .get("/api/cases/" + caseId + "/access-log")
                .expect(200)
                .text();
    }
}
