package org.candour.development;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.candour.keycloak.KeycloakServer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.MapPropertySource;

/**
 * The real services of the tests. One Keycloak serves the whole test JVM, started when the first test asks for it; each
 * Spring context, and each caller of {@link #freshDatabase}, gets a database of its own, on the server that {@code
 * CANDOUR_TEST_MONGODB_URI} names, else on an embedded one.
 *
 * <p>Use: {@code @ContextConfiguration(initializers = RealServices.class)}.
 */
public final class RealServices implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    /** A realm of the same server that Candour must not trust. */
    public static final String OTHER_REALM = "elsewhere";

    /** Someone of {@link #OTHER_REALM} who holds every role there; the password is {@link Demonstration#PASSWORD}. */
    public static final String OTHER_REALM_USER = "erin.elsewhere";

    private static final String SHORT_LIVED_CLIENT = "short-lived";
    private static final String MONGODB_URI = "CANDOUR_TEST_MONGODB_URI";

    private static final Map<String, Kept> STEPPED_UP = new ConcurrentHashMap<>();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = freshDatabase();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "real-services", Demonstration.properties(keycloak().address(), database)));
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent closed && closed.getApplicationContext() == context) {
                drop(database);
            }
        });
    }

    /** The Keycloak of this JVM, with the demonstration users and {@link #OTHER_REALM}. */
    public static KeycloakServer keycloak() {
        return LazyKeycloak.SERVER;
    }

    /** Logs in at the Candour realm. */
    public static OidcLogin login() {
        return new OidcLogin(keycloak().issuer());
    }

    /** A token of the Candour realm for a demonstration user. */
    public static Tokens tokensOf(String username) {
        return login().login(username, Demonstration.PASSWORD);
    }

    /** A token of the higher level for a demonstration user; the same for as long as it is good for another two minutes. */
    public static Tokens steppedUpTokensOf(String username) {
        return STEPPED_UP
                .compute(
                        username,
                        (user, kept) -> kept != null && kept.until().isAfter(Instant.now()) ? kept : Kept.of(user))
                .tokens();
    }

    /** A token of {@link #OTHER_REALM} that names Candour's API as audience and holds every role. */
    public static Tokens tokensOfOtherRealm() {
        return new OidcLogin(keycloak().address() + "/realms/" + OTHER_REALM)
                .login(OTHER_REALM_USER, Demonstration.PASSWORD);
    }

    /** A token of the Candour realm for a demonstration user, in order but for having expired ten minutes ago. */
    public static Tokens expiredTokensOf(String username) {
        Objects.requireNonNull(LazyShortLivedClient.ADDED);
        return new OidcLogin(keycloak().issuer(), SHORT_LIVED_CLIENT).login(username, Demonstration.PASSWORD);
    }

    /** Keycloak's admin REST API. */
    public static KeycloakAdministration administration() {
        return new KeycloakAdministration(keycloak());
    }

    /** The address of an empty database. */
    public static String freshDatabase() {
        var name = "test-" + UUID.randomUUID();
        var server = System.getenv(MONGODB_URI);
        return server == null ? LazyStore.STORE.uri(name) : withDatabase(server, name);
    }

    static String withDatabase(String uri, String name) {
        var hosts = uri.indexOf("://") + "://".length();
        var path = uri.indexOf('/', hosts);
        var options = uri.indexOf('?', hosts);
        var end = path >= 0 ? path : options >= 0 ? options : uri.length();
        return uri.substring(0, end) + "/" + name + (options >= 0 ? uri.substring(options) : "");
    }

    private static void drop(String uri) {
        try (var client = MongoClients.create(uri)) {
            client.getDatabase(Objects.requireNonNull(new ConnectionString(uri).getDatabase()))
                    .drop();
        }
    }

    /** Tokens that are kept, since Keycloak takes each code of an authenticator app once. */
    private record Kept(Tokens tokens, Instant until) {
        private static final int MARGIN_SECONDS = 120;

        static Kept of(String username) {
            var tokens = login().loginWithSecondFactor(username, Demonstration.PASSWORD);
            return new Kept(tokens, Instant.now().plusSeconds(tokens.lifespanSeconds() - MARGIN_SECONDS));
        }
    }

    private static final class LazyKeycloak {
        static final KeycloakServer SERVER = Demonstration.keycloak()
                .importing(otherRealm())
                .logTo(Path.of("target/keycloak-of-tests.log"))
                .start();

        private static Path otherRealm() {
            try {
                var resource = RealServices.class.getResource("/keycloak/elsewhere-realm.json");
                return Path.of(Objects.requireNonNull(resource).toURI());
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class LazyStore {
        static final EmbeddedStore STORE = EmbeddedStore.inMemory();
    }

    /** Keycloak adds a client's lifespan to the present time: a negative one gives tokens that were never good. */
    private static final class LazyShortLivedClient {
        static final Boolean ADDED = add();

        private static Boolean add() {
            administration()
                    .post(
                            "/candour/clients",
                            Map.of(
                                    "clientId",
                                    SHORT_LIVED_CLIENT,
                                    "publicClient",
                                    true,
                                    "redirectUris",
                                    List.of("http://127.0.0.1/callback"),
                                    "fullScopeAllowed",
                                    true,
                                    "defaultClientScopes",
                                    List.of("basic", "acr", "profile", "roles", "candour-api"),
                                    "attributes",
                                    Map.of("access.token.lifespan", "-600")));
            return true;
        }
    }
}
