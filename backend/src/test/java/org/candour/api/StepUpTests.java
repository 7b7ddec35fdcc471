package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.candour.development.ApiClient;
import org.candour.development.ApiClient.Answer;
import org.candour.development.RealServices;
import org.candour.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tokens of the lower level from the real realm, where an act needs a recent second factor. */
class StepUpTests extends Harness {
    @Autowired
    Ledger ledger;

    @Test
    void whoTheVictimIsOpensWithASecondFactorAndNotWithThePasswordAlone() {
        var caseId = cases().granted().id();

        var challenged = withPasswordAlone("amara.advocate").get("/api/cases/" + caseId + "/identity");
        var opened = as(Caller.ADVOCATE).get("/api/cases/" + caseId + "/identity");

        assertChallenged(challenged);
        assertThat(opened.expect(200).json().path("name").stringValue()).isEqualTo("Rosalind Achterberg");
    }

    @Test
    void theCaseItselfOpensWithThePasswordAndDoesNotSayWhoTheVictimIs() {
        var caseId = cases().granted().id();

        var opened =
                withPasswordAlone("amara.advocate").get("/api/cases/" + caseId).expect(200);

        assertThat(opened.json().path("report").propertyNames()).containsExactlyInAnyOrder("account", "accused");
    }

    @Test
    void theChallengeDoesNotTellWhetherThereIsSuchACase() {
        var granted = cases().granted().id();
        var others = cases().submitted();
        var advocate = withPasswordAlone("amara.advocate");

        for (var id : java.util.List.of(others, UUID.randomUUID().toString())) {
            var answer = advocate.get("/api/cases/" + id + "/identity");
            assertChallenged(answer);
            assertThat(Attempt.withoutAddress(answer))
                    .isEqualTo(Attempt.withoutAddress(advocate.get("/api/cases/" + granted + "/identity")));
        }
    }

    @Test
    void nothingIsApprovedWithThePasswordAlone() {
        var proposed = cases().proposed();
        var rotation = cases().proposedRotation();
        var emergency = cases().emergency();
        settle();

        assertChallenged(store().refused(
                        401,
                        () -> withPasswordAlone("beatrice.commissioner")
                                .post("/api/emergency-access/" + emergency + "/approval", java.util.Map.of())));
        assertChallenged(store().refused(
                        401, () -> withPasswordAlone("beatrice.commissioner").post(proposed.path("approval"))));
        assertChallenged(store().refused(
                        401,
                        () -> withPasswordAlone("kit.custodian")
                                .post("/api/keys/rotations/" + rotation + "/approval")));
    }

    @Test
    void whoeverLacksTheRoleIsNotChallengedButToldThatThereIsNothing() {
        var caseId = cases().granted().id();

        withPasswordAlone("ivo.investigator")
                .get("/api/cases/" + caseId + "/identity")
                .expect(404);
        as(Caller.OWNER).get("/api/cases/" + caseId + "/identity").expect(404);
    }

    @Test
    void theRefusalIsOnTheRecordOfTheCase() {
        var caseId = cases().granted().id();

        withPasswordAlone("amara.advocate").get("/api/cases/" + caseId + "/identity");

        var newest = ledger.entriesOf(UUID.fromString(caseId), Long.MAX_VALUE, 1)
                .get(0)
                .entry();
        assertThat(newest.act()).isEqualTo("VIEW_IDENTITY");
        assertThat(newest.reason()).contains("STEP_UP");
    }

    private ApiClient withPasswordAlone(String username) {
        return ApiClient.at("http://localhost:" + port).as(RealServices.tokensOf(username));
    }

    /** As RFC 9470 section 3 has it, so that a client knows what to ask the realm for. */
    private static void assertChallenged(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_user_authentication\","
                        + " error_description=\"A second factor given a short while ago is needed\","
                        + " acr_values=\"2\", max_age=\"600\"");
        assertThat(answer.json().path("type").stringValue()).isEqualTo("urn:candour:problem:step-up-needed");
    }
}
