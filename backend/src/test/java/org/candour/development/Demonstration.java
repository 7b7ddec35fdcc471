package org.candour.development;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.candour.keycloak.KeycloakSetup;
import tools.jackson.databind.json.JsonMapper;

/** The values that everybody knows: right for a demonstration on one's own machine, wrong anywhere else. */
public final class Demonstration {
    /** The password of each demonstration user. */
    public static final String PASSWORD = "Demonstration-only-1";

    /** The key in each staff member's authenticator app: 20 ASCII characters, in Base32 {@value #AUTHENTICATOR_KEY}. */
    public static final String AUTHENTICATOR_SECRET = "demonstration-only-2";

    /** {@link #AUTHENTICATOR_SECRET} as a person types it into an app. */
    public static final String AUTHENTICATOR_KEY = "MRSW233OON2HEYLUNFXW4LLPNZWHSLJS";

    public static final String PORTAL_SECRET = "demonstration-only-portal";
    public static final String COURT_FEED_SECRET = "demonstration-only-court-feed";
    public static final String ROSTER_FEED_SECRET = "demonstration-only-roster-feed";

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "CANDOUR_PORTAL_SECRET", PORTAL_SECRET,
            "CANDOUR_COURT_FEED_ENABLED", "true",
            "CANDOUR_COURT_FEED_SECRET", COURT_FEED_SECRET,
            "CANDOUR_ROSTER_FEED_ENABLED", "true",
            "CANDOUR_ROSTER_FEED_SECRET", ROSTER_FEED_SECRET);

    private Demonstration() {}

    /** A demonstration user: a name to log in with, the one role, and the organisation. */
    public record User(String username, String role, String organisation) {}

    /** The demonstration users, as the realm is given them. */
    public static List<User> users() {
        var file = KeycloakSetup.class.getResourceAsStream("demonstration/candour-users-0.json");
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(file))
                .path("users")
                .valueStream()
                .map(user -> new User(
                        user.path("username").asString(),
                        user.path("realmRoles").path(0).asString(),
                        user.path("attributes").path("organisation").path(0).asString()))
                .toList();
    }

    /** A Keycloak with the Candour realm, the demonstration users, and the secrets above. */
    public static KeycloakSetup keycloak() {
        var setup = new KeycloakSetup().withCandourRealm().withDemonstrationUsers();
        ENVIRONMENT.forEach(setup::environment);
        return setup;
    }

    /** The settings with which Candour trusts the realm at {@code address}, and finds its database. */
    public static Map<String, Object> properties(String address, String mongodbUri) {
        return Map.of(
                "keycloak.auth-server-url",
                address,
                "keycloak.realm",
                "candour",
                "keycloak.resource",
                "candour-api",
                "spring.mongodb.uri",
                mongodbUri);
    }
}
