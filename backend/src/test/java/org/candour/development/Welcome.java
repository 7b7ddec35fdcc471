package org.candour.development;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.candour.keycloak.KeycloakServer;

/** What a person reads when everything is up. */
record Welcome(DevelopmentSettings settings, KeycloakServer keycloak, String mongodbUri, Path folder) {
    @Override
    public String toString() {
        return """

                Candour    %s      (API under /api, described at /v3/api-docs)
                Keycloak   %s      (realm candour; administrator '%s', password in
                           %s)
                Store      %s
                Kept in    %s   (the log is candour.log; delete the folder to begin anew)

                Demonstration users, password %s:
                %s
                For a second factor, add the key %s to an authenticator app.

                What to try next, in another terminal:
                  ./mvnw -Pwalk                     plays the main job again, with another victim who registers
                  ./mvnw -Pload                     measures submissions a second
                  curl %s/v3/api-docs               the API, described
                  curl %s/api/ledger/verifier-key   the key that receipts and proofs are checked with
                What the auditor of the first walk took away lies in %s
                Ctrl-C stops everything.
                """.formatted(
                        settings.candour(),
                        keycloak.address(),
                        KeycloakServer.ADMINISTRATOR,
                        folder.resolve("keycloak/administrator-password"),
                        mongodbUri,
                        folder,
                        Demonstration.PASSWORD,
                        users(),
                        Demonstration.AUTHENTICATOR_KEY,
                        settings.candour(),
                        settings.candour(),
                        folder.resolve("evidence"));
    }

    private static String users() {
        return Demonstration.users().stream()
                .map(user -> "  %-22s %-13s of %s".formatted(user.username(), user.role(), user.organisation()))
                .collect(Collectors.joining("\n"));
    }
}
