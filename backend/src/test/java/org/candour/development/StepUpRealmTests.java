package org.candour.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The realm's two levels of authentication, as the real server keeps them. */
class StepUpRealmTests {
    private static final String USER = "carla.commissioner";

    private final OidcLogin login = RealServices.login();
    private final KeycloakAdministration administration = RealServices.administration();

    @Test
    void thePasswordAloneGivesTheLowerLevel() {
        var claims = claims(RealServices.tokensOf(USER));

        assertThat(claims.path("acr").asString()).isEqualTo("1");
        assertThat(claims.path("level_times").propertyNames()).containsExactly("1");
    }

    @Test
    void aCodeFromTheAppGivesTheHigherLevelAndTheTokenSaysWhen() {
        var claims = claims(RealServices.steppedUpTokensOf(USER));

        assertThat(claims.path("acr").asString()).isEqualTo("2");
        assertThat(claims.path("level_times").path("2").asLong())
                .isBetween(claims.path("iat").asLong() - 60, claims.path("iat").asLong());
    }

    @Test
    void aRefreshedTokenKeepsTheTimeAtWhichTheSecondFactorWasGiven() {
        var tokens = login.loginWithSecondFactor("adil.advocate", Demonstration.PASSWORD);
        var given = claims(tokens).path("level_times").path("2").asLong();

        var refreshed = claims(login.refresh(tokens));

        assertThat(refreshed.path("level_times").path("2").asLong()).isEqualTo(given);
    }

    @Test
    void thePasswordGivenAgainInTheSameSessionDoesNotRenewTheSecondFactor() {
        var browser = new Browser();
        var pkce = Pkce.random();
        var page =
                browser.submitFirstStep(browser.open(login.steppedUp(pkce)), "kim.custodian", Demonstration.PASSWORD);
        var strong = login.exchange(browser.submitCode(page, new AuthenticatorApp("kim.custodian").code()), pkce);
        var given = claims(strong).path("level_times").path("2").asLong();

        var again = Pkce.random();
        var form = browser.open(login.authorization(again, Map.of("prompt", "login")));
        var weak = claims(login.exchange(browser.submitLogin(form, "kim.custodian", Demonstration.PASSWORD), again));

        assertThat(weak.path("acr").asString()).isEqualTo("1");
        assertThat(weak.path("level_times").path("2").asLong()).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIGURE_TOTP", "webauthn-register"})
    void whoHasASecondFactorCannotAddAnotherWithThePasswordAlone(String action) {
        var browser = new Browser();
        var pkce = Pkce.random();
        login.exchange(
                browser.submitLogin(browser.open(login.authorization(pkce)), USER, Demonstration.PASSWORD), pkce);

        var page = browser.open(login.authorization(Pkce.random(), Map.of("kc_action", action)));

        assertThat(page.selectFirst("#kc-otp-login-form")).isNotNull();
        assertThat(page.selectFirst("#kc-totp-settings-form")).isNull();
    }

    @Test
    void aWrongCodeIsRefused() {
        var browser = new Browser();
        var page = browser.submitFirstStep(
                browser.open(login.steppedUp(Pkce.random())), "aud.auditor", Demonstration.PASSWORD);

        assertThatThrownBy(() -> browser.submitCode(page, "000000"))
                .isInstanceOf(LoginRefused.class)
                .hasMessageContaining("Invalid authenticator code");
    }

    @Test
    void aCodeIsGoodOnce() {
        var code = new AuthenticatorApp("wes.investigator").code();
        assertThat(enter("wes.investigator", code).getQuery()).contains("code=");

        assertThatThrownBy(() -> enter("wes.investigator", code)).isInstanceOf(LoginRefused.class);
    }

    @Test
    void whoHasNoSecondFactorIsRefusedTheHigherLevelAndOfferedNoneToSetUp() {
        var username = "person-" + UUID.randomUUID();
        login.register(username, Demonstration.PASSWORD);
        var confirmed = Colleagues.withPasswordAlone(List.of("advocate", Colleagues.CONFIRMED));

        for (var name : List.of(username, confirmed)) {
            var browser = new Browser();
            var page = browser.open(login.steppedUp(Pkce.random()));
            assertThatThrownBy(() -> browser.submitLogin(page, name, Demonstration.PASSWORD))
                    .isInstanceOf(LoginRefused.class)
                    .hasMessage("Invalid username or password."); // Keycloak has no better word for it
            assertThat(Colleagues.credentials(name)).containsExactly("password");
        }
    }

    /** Without this, whoever has the password of a colleague who has no second factor yet could register their own. */
    @ParameterizedTest
    @ValueSource(strings = {"advocate", "investigator", "commissioner", "auditor", "key-custodian"})
    void staffWhoseSecondFactorNobodyHasConfirmedDoNotLogInWithThePasswordAndSetNothingUp(String role) {
        assertTurnedAway(login.authorization(Pkce.random()), role);
    }

    @Test
    void norByAnyOtherWayIn() {
        assertTurnedAway(login.steppedUp(Pkce.random()), "advocate");
        for (var action : List.of("CONFIGURE_TOTP", "webauthn-register", "UPDATE_PASSWORD")) {
            assertTurnedAway(login.authorization(Pkce.random(), Map.of("kc_action", action)), "advocate");
        }
    }

    /** Each time somebody new: a second try in the same moment would be turned away as a guess. */
    private void assertTurnedAway(URI asked, String role) {
        var username = Colleagues.withPasswordAlone(List.of(role), "CONFIGURE_TOTP");
        var browser = new Browser();
        var page = browser.open(asked);

        assertThatThrownBy(() -> browser.submitLogin(page, username, Demonstration.PASSWORD))
                .isInstanceOf(LoginRefused.class)
                .hasMessageContaining("No administrator has confirmed your second factor yet");

        assertThat(Colleagues.credentials(username)).containsExactly("password");
    }

    @Test
    void everyRoleThatPeopleHoldButThatOfVictimsNeedsTheConfirmation() {
        var levels = administration.get("/candour/authentication/flows/candour%20levels/executions");
        var unconfirmed = levels.findValuesAsString("displayName").stream()
                .filter(name -> name.startsWith("candour unconfirmed "))
                .map(name -> name.substring("candour unconfirmed ".length()));

        assertThat(unconfirmed)
                .containsExactlyInAnyOrderElementsOf(Demonstration.users().stream()
                        .map(Demonstration.User::role)
                        .collect(Collectors.toSet()));
    }

    @Test
    void aSecondFactorIsNotRemovedWithThePasswordAlone() {
        var username = Colleagues.withAuthenticatorApp("advocate");
        var issuer = RealServices.keycloak().issuer();
        var account = new OidcLogin(issuer, AccountApi.client());
        var app = administration
                .get("/candour/users/" + Colleagues.id(username) + "/credentials")
                .valueStream()
                .filter(one -> one.path("type").asString().equals("otp"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();

        var weak = new AccountApi(issuer, account.login(username, Demonstration.PASSWORD)).remove(app);

        assertThat(weak).isEqualTo(403);
        assertThat(Colleagues.credentials(username)).containsExactlyInAnyOrder("password", "otp");
        var strong =
                new AccountApi(issuer, account.loginWithSecondFactor(username, Demonstration.PASSWORD)).remove(app);
        assertThat(strong).isEqualTo(204);
    }

    /** A link by e-mail leads through these in their order: whoever stops midway leaves no account with a password alone. */
    @Test
    void aSecondFactorIsSetUpBeforeThePassword() {
        var actions =
                administration.get("/candour/authentication/required-actions").findValuesAsString("alias");

        assertThat(actions)
                .containsSubsequence("webauthn-register", "UPDATE_PASSWORD")
                .containsSubsequence("CONFIGURE_TOTP", "UPDATE_PASSWORD")
                .doesNotContain("webauthn-register-passwordless");
    }

    @Test
    void theSecondFactorIsGoodForTenMinutesAndCodesAreGoodOnceAndKeysUseKnownAlgorithms() {
        var flow = administration.get("/candour/authentication/flows/candour%20level%202/executions");
        var condition = flow.path(0).path("authenticationConfig").asString();
        var realm = administration.get("/candour");

        assertThat(administration
                        .get("/candour/authentication/config/" + condition)
                        .path("config")
                        .path("loa-max-age")
                        .asString())
                .isEqualTo("600");
        assertThat(realm.path("browserFlow").asString()).isEqualTo("candour browser");
        assertThat(realm.path("otpPolicyCodeReusable").asBoolean()).isFalse();
        assertThat(realm.path("webAuthnPolicySignatureAlgorithms").valueStream().map(JsonNode::asString))
                .containsExactly("Ed25519", "ES256", "RS256");
    }

    private URI enter(String username, String code) {
        var browser = new Browser();
        var page =
                browser.submitFirstStep(browser.open(login.steppedUp(Pkce.random())), username, Demonstration.PASSWORD);
        return browser.submitCode(page, code);
    }

    private static JsonNode claims(Tokens tokens) {
        return JsonMapper.shared().valueToTree(tokens.claims());
    }
}
