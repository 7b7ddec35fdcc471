package org.candour.development;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Logs in as a person does in a browser: authorization code with PKCE S256 (RFC 7636), through Keycloak's own pages. A
 * service account logs in with its secret.
 */
public final class OidcLogin {
    /** The public client of the Candour realm. */
    public static final String CLIENT = "candour-cli";

    /** What {@code acr} says of somebody who has given a second factor. */
    static final String HIGHER_LEVEL = "2";

    static final String REDIRECT = "http://127.0.0.1:49152/callback";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String issuer;
    private final String client;

    /** Logs in at {@code issuer} through the client {@value #CLIENT}. */
    public OidcLogin(String issuer) {
        this(issuer, CLIENT);
    }

    /** Logs in at {@code issuer} through a public client that may redirect to a port of 127.0.0.1. */
    public OidcLogin(String issuer, String client) {
        this.issuer = issuer;
        this.client = client;
    }

    /**
     * Logs a person in.
     *
     * @throws LoginRefused with Keycloak's message, such as for a wrong password
     */
    public Tokens login(String username, String password) {
        var browser = new Browser();
        var pkce = Pkce.random();
        var page = browser.open(authorization(pkce));
        return exchange(browser.submitLogin(page, username, password), pkce);
    }

    /**
     * Logs a demonstration user in at the higher level: with the password and a code from their authenticator app.
     *
     * @throws LoginRefused with Keycloak's message, such as for a user who has no authenticator app
     */
    public Tokens loginWithSecondFactor(String username, String password) {
        var browser = new Browser();
        var pkce = Pkce.random();
        var page = browser.submitFirstStep(browser.open(steppedUp(pkce)), username, password);
        return exchange(submitCode(browser, page, new AuthenticatorApp(username)), pkce);
    }

    /** Another program may have used the code of this half minute a moment ago; the next one is good already. */
    private static URI submitCode(Browser browser, Document page, AuthenticatorApp app) {
        try {
            return browser.submitCode(page, app.code());
        } catch (LoginRefused used) {
            return browser.submitCode(page, app.code());
        }
    }

    /**
     * Registers a new person, who gives a user name and a password and nothing else.
     *
     * @throws LoginRefused with Keycloak's message, such as for a name that is taken or a weak password
     */
    public Tokens register(String username, String password) {
        return register(username, password, Map.of());
    }

    /** Registers a new person who also fills in, or slips in, {@code further} fields. */
    Tokens register(String username, String password, Map<String, String> further) {
        var browser = new Browser();
        var pkce = Pkce.random();
        var page = browser.followRegistration(browser.open(authorization(pkce)));
        return exchange(browser.submitRegistration(page, username, password, further), pkce);
    }

    /**
     * Trades the refresh token for new tokens; the old refresh token is spent.
     *
     * @throws LoginRefused if the session is over or the refresh token was used before
     */
    public Tokens refresh(Tokens tokens) {
        if (tokens.refreshToken() == null) {
            throw new LoginRefused("There is no refresh token");
        }
        return token(
                Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", tokens.refreshToken()));
    }

    /**
     * Logs a service account in.
     *
     * @throws LoginRefused if the secret is wrong or the client may not do so
     */
    public Tokens serviceAccount(String clientId, String secret) {
        return token(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    /**
     * Sends any request to the token end point.
     *
     * @throws LoginRefused with the error code of RFC 6749 section 5.2 and its description
     */
    Tokens token(Map<String, String> form) {
        var answer = new Browser().post(URI.create(issuer + "/protocol/openid-connect/token"), form);
        var json = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new LoginRefused(text(json, "error") + ": " + text(json, "error_description"));
        }
        return new Tokens(
                text(json, "access_token"),
                json.path("refresh_token").stringValue(null),
                json.path("id_token").stringValue(null),
                json.path("expires_in").asLong());
    }

    /** The address at which a login begins; without {@code pkce} a client that forgot its challenge. */
    URI authorization(@Nullable Pkce pkce) {
        return authorization(pkce, Map.of());
    }

    /** The address at which a login at the higher level begins, as a client asks that was challenged (RFC 9470). */
    URI steppedUp(Pkce pkce) {
        return authorization(pkce, Map.of("acr_values", HIGHER_LEVEL));
    }

    URI authorization(@Nullable Pkce pkce, Map<String, String> further) {
        var query = new LinkedHashMap<>(further);
        query.put("client_id", client);
        query.put("response_type", "code");
        query.put("scope", "openid");
        query.put("redirect_uri", REDIRECT);
        if (pkce != null) {
            query.put("state", pkce.state());
            query.put("code_challenge", pkce.challenge());
            query.put("code_challenge_method", "S256");
        }
        return URI.create(issuer + "/protocol/openid-connect/auth?" + encoded(query));
    }

    Tokens exchange(URI redirect, Pkce pkce) {
        var answer = Browser.query(redirect);
        if (!redirect.toString().startsWith(REDIRECT + "?")) {
            throw new LoginRefused("Keycloak does not redirect to us but asks for more at " + redirect.getPath());
        }
        if (answer.containsKey("error")) {
            throw new LoginRefused(answer.get("error") + ": " + answer.get("error_description"));
        }
        if (!pkce.state().equals(answer.get("state")) || !issuer.equals(answer.get("iss"))) {
            throw new LoginRefused("The answer belongs to another login");
        }
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                client,
                "redirect_uri",
                REDIRECT,
                "code",
                String.valueOf(answer.get("code")),
                "code_verifier",
                pkce.verifier()));
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
