package org.candour.development;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's account API, through which people change their own profile. */
record AccountApi(String issuer, Tokens tokens) {
    /** A client whose tokens reach the account of the person who logs in, as the account console's do. */
    static String client() {
        var client = "account-" + UUID.randomUUID();
        RealServices.administration()
                .post(
                        "/candour/clients",
                        Map.of(
                                "clientId",
                                client,
                                "publicClient",
                                true,
                                "redirectUris",
                                List.of("http://127.0.0.1/callback"),
                                "fullScopeAllowed",
                                true,
                                "defaultClientScopes",
                                List.of("basic", "acr", "roles"),
                                "protocolMappers",
                                List.of(Map.of(
                                        "name", "account",
                                        "protocol", "openid-connect",
                                        "protocolMapper", "oidc-audience-mapper",
                                        "config",
                                                Map.of(
                                                        "included.client.audience",
                                                        "account",
                                                        "access.token.claim",
                                                        "true")))));
        return client;
    }

    int update(Map<String, Object> profile) {
        return send(request("/")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(profile))));
    }

    /** Removes a password, an authenticator app or a security key. */
    int remove(String credential) {
        return send(request("/credentials/" + credential).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(issuer + "/account" + path))
                .header("Authorization", "Bearer " + tokens.accessToken())
                .header("Accept", "application/json");
    }

    private static int send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
