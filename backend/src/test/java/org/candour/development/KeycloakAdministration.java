package org.candour.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.candour.keycloak.KeycloakServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's admin REST API, for what a test must arrange or look at. */
public final class KeycloakAdministration {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final KeycloakServer server;
    private final OidcLogin master;
    private final HttpClient http = HttpClient.newHttpClient();

    public KeycloakAdministration(KeycloakServer server) {
        this.server = server;
        this.master = new OidcLogin(server.address() + "/realms/master");
    }

    /** Reads; {@code path} begins after {@code /admin/realms}, such as {@code /candour/clients}. */
    public JsonNode get(String path) {
        return send(path, HttpRequest.newBuilder());
    }

    /** Creates. */
    public void post(String path, Object body) {
        send(path, HttpRequest.newBuilder().POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Changes what is given, and leaves the rest. */
    public void put(String path, Object body) {
        send(path, HttpRequest.newBuilder().PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    private JsonNode send(String path, HttpRequest.Builder request) {
        try {
            var answer = http.send(
                    request.uri(URI.create(server.address() + "/admin/realms" + path))
                            .header("Authorization", "Bearer " + token())
                            .header("Content-Type", "application/json")
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String token() {
        return master.token(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        KeycloakServer.ADMINISTRATOR,
                        "password",
                        server.administratorPassword()))
                .accessToken();
    }
}
