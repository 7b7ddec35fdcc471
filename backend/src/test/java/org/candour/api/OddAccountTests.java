package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.candour.api.Bystander.kind;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.candour.development.ApiClient;
import org.candour.development.Colleagues;
import org.candour.development.Demonstration;
import org.candour.development.RealServices;
import org.candour.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts that an administrator has set up in a way that nobody meant. */
class OddAccountTests extends Harness {
    @Autowired
    Ledger ledger;

    @Test
    void whoeverProposedADisclosureCannotApproveItEvenAsACommissioner() {
        var both = account(List.of("advocate", "commissioner"), "north-isva-service");
        var id = Objects.requireNonNull(
                both.post("/api/sign-on").expect(200).json().path("id").stringValue());
        var granted = cases().granted();
        var asked = as(Caller.COMMISSIONER)
                .post(granted.path("assignments"), TestCases.assignment(id))
                .expect(201);
        both.post(granted.path("assignments/" + asked.json().path("id").stringValue() + "/acceptance"))
                .expect(200);
        var draft = both.post(granted.path("disclosures"), Map.of("recipient", "iopc"))
                .expect(201);
        var path = "/api/disclosures/" + draft.json().path("summary").path("id").stringValue();
        var corrected =
                both.put(path + "/redactions", Map.of("redactions", List.of()), TestCases.ifMatch(draft.etag()));
        both.post(
                        path + "/proposal",
                        Map.of(),
                        TestCases.ifMatch(corrected.expect(200).etag()))
                .expect(200);
        settle();

        var refused = store().refused(409, () -> both.post(path + "/approval"));

        assertThat(kind(refused)).isEqualTo("second-person-needed");
        as(Caller.COMMISSIONER).post(path + "/approval").expect(204);
    }

    @Test
    void anAccountWithoutAnyRoleCannotEvenSignOn() {
        var nobody = account(List.of(), "north-isva-service");

        assertThat(kind(store().refused(403, () -> nobody.post("/api/sign-on"))))
                .isEqualTo("role-missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 100})
    void whoeverServesInABodyThatCannotBeReadIsNotLetIn(int length) {
        var odd = account(List.of("investigator", "advocate"), "w".repeat(length));
        var before = ledger.checkpoint().lines().skip(1).findFirst();

        assertThat(kind(store().refused(401, () -> odd.post("/api/sign-on")))).isEqualTo("not-signed-in");
        assertThat(kind(store().refused(401, () -> odd.get("/api/disclosures"))))
                .isEqualTo("not-signed-in");
        assertThat(ledger.checkpoint().lines().skip(1).findFirst()).isEqualTo(before);
    }

    @Test
    void theLongestNameOfABodyFitsTheLedger() {
        var longest = account(List.of("advocate"), "w".repeat(64));

        assertThat(longest.post("/api/sign-on").expect(200).json().path("body").stringValue())
                .hasSize(64);
    }

    private ApiClient account(List<String> roles, String organisation) {
        var name = "odd-" + UUID.randomUUID();
        RealServices.administration()
                .post(
                        "/candour/partialImport",
                        Map.of("ifResourceExists", "FAIL", "users", List.of(user(name, roles, organisation))));
        return ApiClient.at("http://localhost:" + port)
                .as(RealServices.login().loginWithSecondFactor(name, Demonstration.PASSWORD));
    }

    private static Map<String, Object> user(String name, List<String> roles, String organisation) {
        return Map.of(
                "username",
                name,
                "enabled",
                true,
                "firstName",
                "Odd",
                "lastName",
                "Account",
                "email",
                name + "@candour.example",
                "realmRoles",
                Stream.concat(roles.stream(), Stream.of(Colleagues.CONFIRMED)).toList(),
                "attributes",
                Map.of("organisation", List.of(organisation)),
                "credentials",
                List.of(
                        Map.of("type", "password", "value", Demonstration.PASSWORD, "temporary", false),
                        authenticatorApp()));
    }

    /** As the demonstration users have it. */
    private static Map<String, Object> authenticatorApp() {
        return Map.of(
                "type",
                "otp",
                "secretData",
                "{\"value\": \"demonstration-only-2\"}",
                "credentialData",
                "{\"subType\": \"totp\", \"digits\": 6, \"counter\": 0, \"period\": 30, \"algorithm\": \"HmacSHA1\"}");
    }
}
