package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.candour.development.ApiClient;
import org.candour.development.Colleagues;
import org.candour.development.Demonstration;
import org.candour.development.LoginRefused;
import org.candour.development.Mailbox;
import org.candour.development.RealServices;
import org.candour.development.SecurityKeyBrowser;
import org.candour.development.Tokens;
import org.junit.jupiter.api.Test;

/** A security key (WebAuthn), from its registration in a browser to what the API opens. */
class SecurityKeyTests extends Harness {
    @Test
    void aKeyThatWasRegisteredInABrowserGivesTheHigherLevelAndTheApiTakesIt() {
        var username = newColleague();
        var address = "/api/cases/" + cases().submitted() + "/emergency-access";
        try (var browser = SecurityKeyBrowser.orSkip()) {
            var weak = browser.registerAtFirstLogin(username, Demonstration.PASSWORD);
            var strong = browser.stepUp();

            assertThat(weak.claims()).containsEntry("acr", "1");
            assertThat(strong.claims()).containsEntry("acr", "2");
            with(weak).post(address, TestCases.EMERGENCY).expect(401);
            with(strong).post(address, TestCases.EMERGENCY).expect(201);
        }
    }

    @Test
    void whoHasAKeyRegistersAnotherOnlyWithIt() {
        try (var browser = SecurityKeyBrowser.orSkip()) {
            browser.registerAtFirstLogin(newColleague(), Demonstration.PASSWORD);

            browser.beginToAddAKey();
            assertThat(browser.isAskedForKey()).isTrue();
            assertThat(browser.isAskedToRegister()).isFalse();

            browser.touchKey();
            browser.awaitRegistration();
        }
    }

    @Test
    void aLinkByMailSetsTheKeyUpBeforeThePasswordAndIsGoodOnceAndAnAdministratorConfirms() {
        try (var mailbox = new Mailbox();
                var browser = SecurityKeyBrowser.orSkip()) {
            var username = Colleagues.invited();
            var link = mailbox.link();

            browser.setUpBy(link, Demonstration.PASSWORD);

            assertThat(Colleagues.credentials(username)).containsExactlyInAnyOrder("password", "webauthn");
            assertThat(browser.read(link)).contains("Action expired");
            assertThatThrownBy(() -> RealServices.tokensOf(username)).isInstanceOf(LoginRefused.class);
            Colleagues.confirm(username);
            assertThat(browser.loginWithKey(username, Demonstration.PASSWORD).claims())
                    .containsEntry("acr", "2");
        }
    }

    /** An account as an administrator makes it with the person beside them, who registers a key at the first login. */
    private static String newColleague() {
        return Colleagues.withPasswordAlone(List.of("advocate", Colleagues.CONFIRMED), "webauthn-register");
    }

    private ApiClient with(Tokens tokens) {
        return ApiClient.at("http://localhost:" + port).as(tokens);
    }
}
