package org.candour.development;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Accounts as an administrator makes them; the password is {@link Demonstration#PASSWORD}. */
public final class Colleagues {
    /** What an administrator gives to staff whose second factor they know to be theirs. */
    public static final String CONFIRMED = "second-factor-confirmed";

    private static final Map<String, Object> PASSWORD =
            Map.of("type", "password", "value", Demonstration.PASSWORD, "temporary", false);

    /** As the demonstration users have it. */
    private static final Map<String, Object> AUTHENTICATOR_APP = Map.of(
            "type",
            "otp",
            "secretData",
            "{\"value\": \"" + Demonstration.AUTHENTICATOR_SECRET + "\"}",
            "credentialData",
            "{\"subType\": \"totp\", \"digits\": 6, \"counter\": 0, \"period\": 30, \"algorithm\": \"HmacSHA1\"}");

    private Colleagues() {}

    /** With the password alone; what they must do at their first login. */
    public static String withPasswordAlone(List<String> roles, String... requiredActions) {
        return made(roles, List.of(PASSWORD), requiredActions);
    }

    /**
     * Without anything to log in with: a link goes to them, good once and for an hour, by which they register a security key and
     * then set a password.
     */
    public static String invited() {
        var username = made(List.of("advocate"), List.of());
        RealServices.administration()
                .put(
                        "/candour/users/" + id(username) + "/execute-actions-email?lifespan=3600",
                        List.of("UPDATE_PASSWORD", "webauthn-register"));
        return username;
    }

    /** An administrator knows that their second factor is theirs. */
    public static void confirm(String username) {
        var administration = RealServices.administration();
        var role = administration.get("/candour/roles/" + CONFIRMED);
        administration.post("/candour/users/" + id(username) + "/role-mappings/realm", List.of(role));
    }

    /** The kinds of what they can log in with. */
    public static List<String> credentials(String username) {
        return RealServices.administration()
                .get("/candour/users/" + id(username) + "/credentials")
                .findValuesAsString("type");
    }

    static String id(String username) {
        return RealServices.administration()
                .get("/candour/users?exact=true&username=" + username)
                .path(0)
                .path("id")
                .asString();
    }

    /** With an authenticator app, confirmed. */
    static String withAuthenticatorApp(String role) {
        return made(List.of(role, CONFIRMED), List.of(PASSWORD, AUTHENTICATOR_APP));
    }

    private static String made(List<String> roles, List<Map<String, Object>> credentials, String... requiredActions) {
        var username = "colleague-" + UUID.randomUUID();
        var user = Map.of(
                "username",
                username,
                "enabled",
                true,
                "email",
                username + "@candour.example",
                "firstName",
                "New",
                "lastName",
                "Colleague",
                "requiredActions",
                List.of(requiredActions),
                "realmRoles",
                new ArrayList<>(roles),
                "attributes",
                Map.of("organisation", List.of("north-isva-service")),
                "credentials",
                credentials,
                "clientRoles",
                Map.of("account", List.of("manage-account", "view-profile")));
        RealServices.administration()
                .post("/candour/partialImport", Map.of("ifResourceExists", "FAIL", "users", List.of(user)));
        return username;
    }
}
