package org.candour.api;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.candour.development.ApiClient;
import org.candour.development.Demonstration;
import org.candour.development.OidcLogin;
import org.candour.development.RealServices;
import org.candour.development.Tokens;

/** Real tokens for each {@link Caller}, kept for as long as they are good: a login takes a third of a second. */
final class Callers {
    private static final int MARGIN_SECONDS = 120;
    private static final String OTHER_AUDIENCE_CLIENT = "other-audience";
    private static final String OWNER_NAME = "owner-" + UUID.randomUUID();
    private static final String OTHER_VICTIM_NAME = "victim-" + UUID.randomUUID();
    private static final Map<Caller, Kept> KEPT = new EnumMap<>(Caller.class);

    private final ApiClient api;

    Callers(int port) {
        this.api = ApiClient.at("http://localhost:" + port);
    }

    ApiClient as(Caller caller) {
        return caller == Caller.NO_TOKEN ? api : api.as(bearer(caller));
    }

    /** The custodian who proposes what {@link Caller#CUSTODIAN} approves. */
    ApiClient otherCustodian() {
        return api.as(RealServices.tokensOf("kim.custodian").accessToken());
    }

    String bearerOf(Caller caller) {
        return bearer(caller);
    }

    private static String bearer(Caller caller) {
        synchronized (KEPT) {
            var kept = KEPT.get(caller);
            if (kept == null || kept.until().isBefore(Instant.now())) {
                kept = fetch(caller, kept != null);
                KEPT.put(caller, kept);
            }
            return kept.bearer();
        }
    }

    private static Kept fetch(Caller caller, boolean isKnown) {
        return switch (caller) {
            case OWNER -> victim(OWNER_NAME, isKnown);
            case OTHER_VICTIM -> victim(OTHER_VICTIM_NAME, isKnown);
            case ADVOCATE -> steppedUp("amara.advocate");
            case OTHER_ADVOCATE -> steppedUp("adil.advocate");
            case INVESTIGATOR -> Kept.access(RealServices.tokensOf("ivo.investigator"));
            case OWN_FORCE -> Kept.access(RealServices.tokensOf("wes.investigator"));
            case COMMISSIONER -> steppedUp("beatrice.commissioner");
            case AUDITOR -> Kept.access(RealServices.tokensOf("aud.auditor"));
            case CUSTODIAN -> steppedUp("kit.custodian");
            case COURT_FEED -> service("court-feed", Demonstration.COURT_FEED_SECRET);
            case ROSTER_FEED -> service("roster-feed", Demonstration.ROSTER_FEED_SECRET);
            case NO_TOKEN -> throw new IllegalArgumentException("There is none");
            case EXPIRED ->
                Kept.forEver(RealServices.expiredTokensOf("amara.advocate").accessToken());
            case OTHER_REALM -> Kept.access(RealServices.tokensOfOtherRealm());
            case OTHER_AUDIENCE -> Kept.access(otherAudience(isKnown));
            case ID_TOKEN -> {
                var tokens = RealServices.tokensOf("amara.advocate");
                yield Kept.of(Objects.requireNonNull(tokens.idToken()), tokens);
            }
            case REFRESH_TOKEN -> {
                var tokens = RealServices.tokensOf("amara.advocate");
                yield Kept.of(Objects.requireNonNull(tokens.refreshToken()), tokens);
            }
            case UNSIGNED -> forged(Forgery::unsigned);
            case HS256 -> forged(Forgery::signedWithPublicKey);
            case OWN_KEY -> forged(Forgery::signedWithOwnKey);
        };
    }

    private static Kept victim(String name, boolean isKnown) {
        return Kept.access(
                isKnown ? RealServices.tokensOf(name) : RealServices.login().register(name, Demonstration.PASSWORD));
    }

    /** Kept elsewhere: whoever else needs them in this JVM must not have to wait for the next code. */
    private static Kept steppedUp(String username) {
        return new Kept(RealServices.steppedUpTokensOf(username).accessToken(), Instant.MIN);
    }

    private static Kept service(String client, String secret) {
        return Kept.access(RealServices.login().serviceAccount(client, secret));
    }

    private static Tokens otherAudience(boolean isKnown) {
        if (!isKnown) {
            RealServices.administration()
                    .post(
                            "/candour/clients",
                            Map.of(
                                    "clientId",
                                    OTHER_AUDIENCE_CLIENT,
                                    "publicClient",
                                    true,
                                    "redirectUris",
                                    List.of("http://127.0.0.1/callback"),
                                    "fullScopeAllowed",
                                    true,
                                    "defaultClientScopes",
                                    List.of("basic", "acr", "profile", "roles")));
        }
        return new OidcLogin(RealServices.keycloak().issuer(), OTHER_AUDIENCE_CLIENT)
                .login("amara.advocate", Demonstration.PASSWORD);
    }

    private static Kept forged(java.util.function.UnaryOperator<String> forgery) {
        var tokens = RealServices.tokensOf("amara.advocate");
        return Kept.of(forgery.apply(tokens.accessToken()), tokens);
    }

    private record Kept(String bearer, Instant until) {
        static Kept access(Tokens tokens) {
            return of(tokens.accessToken(), tokens);
        }

        static Kept of(String bearer, Tokens tokens) {
            return new Kept(bearer, Instant.now().plusSeconds(tokens.lifespanSeconds() - MARGIN_SECONDS));
        }

        static Kept forEver(String bearer) {
            return new Kept(bearer, Instant.MAX);
        }

        @Override
        public String toString() {
            return "Kept[hidden]";
        }
    }
}
