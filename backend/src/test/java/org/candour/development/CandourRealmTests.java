package org.candour.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm as the real server holds it, and the tokens it really gives. */
class CandourRealmTests {
    private static final String GOOD_PASSWORD = "a long and quiet morning";

    private final OidcLogin login = RealServices.login();
    private final KeycloakAdministration administration = RealServices.administration();

    @ParameterizedTest
    @CsvSource({
        "amara.advocate, advocate, north-isva-service, Amara, Okafor",
        "adil.advocate, advocate, north-isva-service, Adil, Rahman",
        "beatrice.commissioner, commissioner, victims-commissioner, Beatrice, Hall",
        "carla.commissioner, commissioner, victims-commissioner, Carla, Mendes",
        "ivo.investigator, investigator, iopc, Ivo, Lindqvist",
        "wes.investigator, investigator, westmarch, Wes, Harding",
        "aud.auditor, auditor, victims-commissioner, Aud, Sinclair",
        "kit.custodian, key-custodian, victims-commissioner, Kit, Osei",
        "kim.custodian, key-custodian, victims-commissioner, Kim, Abara"
    })
    void aDemonstrationUserHoldsOneRoleForOneOrganisation(
            String username, String role, String organisation, String first, String last) {
        var claims = RealServices.tokensOf(username).claims();

        assertThat(roles(claims)).containsExactly(role);
        assertThat(claims)
                .containsEntry("organisation", organisation)
                .containsEntry("preferred_username", username)
                .containsEntry("given_name", first)
                .containsEntry("family_name", last);
    }

    @Test
    void aTokenNamesIssuerAudienceAndLoginAndIsShortLived() {
        var claims = RealServices.tokensOf("amara.advocate").claims();

        assertThat(claims)
                .containsEntry("iss", RealServices.keycloak().issuer())
                .containsEntry("aud", "candour-api")
                .containsEntry("acr", "1")
                .containsKeys("sub", "auth_time")
                .doesNotContainKeys("resource_access", "email");
        assertThat(number(claims, "exp") - number(claims, "iat")).isEqualTo(300);
    }

    @Test
    void whoRegistersNeedsNoNameAndIsAVictimAndNothingElse() {
        var username = newName();
        var claims = login.register(username, GOOD_PASSWORD).claims();

        assertThat(roles(claims)).containsExactly("victim");
        assertThat(claims)
                .containsEntry("aud", "candour-api")
                .doesNotContainKeys("organisation", "given_name", "family_name");
        assertThat(roles(login.login(username, GOOD_PASSWORD).claims())).containsExactly("victim");
    }

    @Test
    void whoRegistersCannotChooseTheirOrganisation() {
        var username = newName();

        var tokens = login.register(
                username,
                GOOD_PASSWORD,
                Map.of("organisation", "iopc", "user.attributes.organisation", "iopc", "unmanaged", "x"));

        assertThat(tokens.claims()).doesNotContainKey("organisation");
        assertThat(user(username).path("attributes").path("organisation").isMissingNode())
                .isTrue();
        assertThat(user(username).path("attributes").path("unmanaged").isMissingNode())
                .isTrue();
    }

    @Test
    void nobodyCanGiveThemselvesAnOrganisationThroughTheirAccount() {
        var username = newName();
        login.register(username, GOOD_PASSWORD);
        var client = AccountApi.client();
        var token = new OidcLogin(RealServices.keycloak().issuer(), client).login(username, GOOD_PASSWORD);
        var account = new AccountApi(RealServices.keycloak().issuer(), token);

        var named = account.update(Map.of("username", username, "firstName", "Vera"));
        var promoted = account.update(Map.of(
                "username", username, "firstName", "Vera", "attributes", Map.of("organisation", List.of("iopc"))));

        assertThat(named).isEqualTo(204);
        assertThat(promoted).isEqualTo(400);
        assertThat(user(username).path("firstName").asString()).isEqualTo("Vera");
        assertThat(user(username).path("attributes").path("organisation").isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short-pass", "elevenchars"})
    void aPasswordOfFewerThanTwelveCharactersIsRefusedAndNobodyIsRegistered(String password) {
        var username = newName();

        assertThatThrownBy(() -> login.register(username, password))
                .isInstanceOf(LoginRefused.class)
                .hasMessageContaining("minimum length 12");
        assertThat(administration.get("/candour/users?exact=true&username=" + username))
                .isEmpty();
    }

    @Test
    void aPasswordThatIsTheUserNameIsRefused() {
        var username = newName();

        assertThatThrownBy(() -> login.register(username, username)).isInstanceOf(LoginRefused.class);
    }

    @Test
    void aNameThatIsTakenIsRefusedAndItsOwnerStillLogsIn() {
        assertThatThrownBy(() -> login.register("amara.advocate", GOOD_PASSWORD))
                .isInstanceOf(LoginRefused.class)
                .hasMessageContaining("already exists");
        assertThat(roles(RealServices.tokensOf("amara.advocate").claims())).containsExactly("advocate");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreRefusedInTheSameWords() {
        assertThatThrownBy(() -> login.login("aud.auditor", "not the password"))
                .isInstanceOf(LoginRefused.class)
                .hasMessage("Invalid username or password.");
        assertThatThrownBy(() -> login.login(newName(), "not the password"))
                .isInstanceOf(LoginRefused.class)
                .hasMessage("Invalid username or password.");
    }

    @Test
    void afterFiveWrongPasswordsEvenTheRightOneIsRefused() {
        var username = newName();
        login.register(username, GOOD_PASSWORD);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(() -> login.login(username, "not the password")).isInstanceOf(LoginRefused.class);
        }

        assertThatThrownBy(() -> login.login(username, GOOD_PASSWORD))
                .isInstanceOf(LoginRefused.class)
                .hasMessage("Invalid username or password.");
    }

    @Test
    void aRefreshTokenIsGoodOnce() {
        var first = RealServices.tokensOf("ivo.investigator");
        var second = login.refresh(first);

        assertThat(second.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(roles(second.claims())).containsExactly("investigator");
        assertThatThrownBy(() -> login.refresh(first))
                .isInstanceOf(LoginRefused.class)
                .hasMessageContaining("invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({"court-feed, " + Demonstration.COURT_FEED_SECRET, "roster-feed, " + Demonstration.ROSTER_FEED_SECRET})
    void aFeedHoldsItsOwnRoleOnlyAndNoAccountRoles(String feed, String secret) {
        var tokens = login.serviceAccount(feed, secret);

        assertThat(roles(tokens.claims())).containsExactly(feed);
        assertThat(tokens.claims()).containsEntry("aud", "candour-api").doesNotContainKey("resource_access");
        assertThat(tokens.refreshToken()).isNull();
        var mappings = administration.get(
                "/candour/users/" + user("service-account-" + feed).path("id").asString() + "/role-mappings");
        assertThat(mappings.path("realmMappings").findValuesAsString("name")).containsExactly(feed);
        assertThat(mappings.has("clientMappings")).isFalse();
    }

    @Test
    void aFeedWithAWrongSecretIsRefused() {
        assertThatThrownBy(() -> login.serviceAccount("court-feed", Demonstration.ROSTER_FEED_SECRET))
                .isInstanceOf(LoginRefused.class);
        assertThatThrownBy(() -> login.serviceAccount("court-feed", "${CANDOUR_COURT_FEED_SECRET}"))
                .isInstanceOf(LoginRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"candour-cli", "admin-cli", "account-console"})
    void thePasswordGrantIsRefused(String client) {
        var form = Map.of(
                "grant_type",
                "password",
                "client_id",
                client,
                "username",
                "amara.advocate",
                "password",
                Demonstration.PASSWORD);

        assertThatThrownBy(() -> login.token(form)).isInstanceOf(LoginRefused.class);
    }

    @Test
    void noClientOfTheRealmHasThePasswordGrantOrTheImplicitFlow() {
        var clients = administration.get("/candour/clients");

        assertThat(clients).hasSizeGreaterThan(5).allSatisfy(client -> {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"candour-cli", "candour-portal"})
    void aClientDemandsPkceWithS256(String clientId) {
        var client = administration.get("/candour/clients?clientId=" + clientId).path(0);

        assertThat(client.path("attributes").path("pkce.code.challenge.method").asString())
                .isEqualTo("S256");
        assertThat(client.path("fullScopeAllowed").asBoolean()).isFalse();
    }

    @Test
    void aLoginWithoutPkceIsRefused() {
        var answer = new Browser().get(login.authorization(null));

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("error=invalid_request"));
    }

    @Test
    void aRedirectToAnotherHostIsRefusedWithoutRedirecting() {
        var address = login.authorization(Pkce.random()).toString().replace("127.0.0.1", "attacker.example");

        var answer = new Browser().get(URI.create(address));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void impersonationIsNotThere() {
        var path = "/candour/users/" + user("aud.auditor").path("id").asString() + "/impersonation";

        assertThatThrownBy(() -> administration.post(path, Map.of())).hasMessageContaining("501");
    }

    @Test
    void whoRegistersHoldsNoRoleThatManagesTheRealm() {
        var composites = administration.get("/candour/roles/default-roles-candour/composites");

        assertThat(composites.findValuesAsString("name"))
                .containsExactlyInAnyOrder(
                        "victim", "manage-account", "view-profile", "offline_access", "uma_authorization");
    }

    @Test
    void anExpiredTokenIsOlderThanAnyAllowanceForClocks() {
        var claims = RealServices.expiredTokensOf("amara.advocate").claims();

        assertThat(number(claims, "exp"))
                .isLessThan(Instant.now().minusSeconds(300).getEpochSecond());
        assertThat(claims)
                .containsEntry("iss", RealServices.keycloak().issuer())
                .containsEntry("aud", "candour-api");
        assertThat(roles(claims)).contains("advocate");
    }

    @Test
    void aTokenOfTheOtherRealmDiffersInItsIssuerAlone() {
        var claims = RealServices.tokensOfOtherRealm().claims();

        assertThat(claims)
                .containsEntry("aud", "candour-api")
                .containsEntry("iss", RealServices.keycloak().address() + "/realms/elsewhere");
        assertThat(roles(claims)).contains("advocate", "commissioner", "auditor", "victim");
    }

    @Test
    void tokensAreNotShown() {
        var tokens = RealServices.tokensOf("kit.custodian");

        assertThat(tokens.toString()).doesNotContain(tokens.accessToken());
    }

    private JsonNode user(String username) {
        var found = administration.get("/candour/users?exact=true&username=" + username);
        assertThat(found).hasSize(1);
        return found.path(0);
    }

    private static String newName() {
        return "person-" + UUID.randomUUID();
    }

    private static List<String> roles(Map<String, Object> claims) {
        return JsonMapper.shared()
                .valueToTree(claims)
                .path("realm_access")
                .path("roles")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static long number(Map<String, Object> claims, String name) {
        return JsonMapper.shared().valueToTree(claims).path(name).asLong();
    }
}
