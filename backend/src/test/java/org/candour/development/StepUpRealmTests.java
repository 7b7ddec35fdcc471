package org.candour.development;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
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
    void whoHasNoSecondFactorIsAskedToSetOneUp() {
        var username = "person-" + UUID.randomUUID();
        login.register(username, Demonstration.PASSWORD);
        var browser = new Browser();

        var next = browser.submitLogin(browser.open(login.steppedUp(Pkce.random())), username, Demonstration.PASSWORD);

        assertThat(browser.open(next).selectFirst("#kc-totp-settings-form")).isNotNull();
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
