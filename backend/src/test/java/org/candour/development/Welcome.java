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

                Victims register themselves: log in at %s/realms/candour/account and choose "Register".
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
                        keycloak.address());
    }

    private static String users() {
        return Demonstration.users().stream()
                .map(user -> "  %-22s %-13s of %s".formatted(user.username(), user.role(), user.organisation()))
                .collect(Collectors.joining("\n"));
    }
}
