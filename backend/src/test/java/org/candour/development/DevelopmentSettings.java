package org.candour.development;

import java.util.Map;
import java.util.Optional;
import org.candour.keycloak.Ports;

/**
 * What a developer may change, by environment variables, since these pass through Maven.
 *
 * @param candourPort {@code SERVER_PORT}
 * @param keycloakPort {@code CANDOUR_KEYCLOAK_PORT}
 * @param managementPort {@code CANDOUR_MANAGEMENT_PORT}: health and metrics
 * @param mongodbUri {@code CANDOUR_MONGODB_URI}, else {@code SPRING_MONGODB_URI}; the embedded store if absent
 */
record DevelopmentSettings(int candourPort, int keycloakPort, int managementPort, Optional<String> mongodbUri) {
    private static final int CANDOUR = 8080;
    private static final int KEYCLOAK = 8180;
    private static final int MANAGEMENT = 8081;

    static DevelopmentSettings of(Map<String, String> environment) {
        return new DevelopmentSettings(
                port(environment, "SERVER_PORT", CANDOUR),
                port(environment, "CANDOUR_KEYCLOAK_PORT", KEYCLOAK),
                port(environment, "CANDOUR_MANAGEMENT_PORT", MANAGEMENT),
                Optional.ofNullable(environment.get("CANDOUR_MONGODB_URI"))
                        .or(() -> Optional.ofNullable(environment.get("SPRING_MONGODB_URI"))));
    }

    /** The address of Candour. */
    String candour() {
        return "http://localhost:" + candourPort;
    }

    /**
     * Looks before anything is started.
     *
     * @throws CannotStart if somebody listens on a port that we need, with the way out
     */
    void refuseTakenPorts() {
        refuseTaken(candourPort, "Candour", "SERVER_PORT=8090");
        refuseTaken(keycloakPort, "Keycloak", "CANDOUR_KEYCLOAK_PORT=8181");
        refuseTaken(managementPort, "Candour's health", "CANDOUR_MANAGEMENT_PORT=8091");
    }

    private static void refuseTaken(int port, String who, String instead) {
        if (Ports.isTaken(port)) {
            throw new CannotStart("Port " + port + ", on which " + who + " should answer, is taken by another"
                    + " process. Stop that one, or choose another port:\n\n    " + instead + " ./mvnw\n");
        }
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        var value = environment.get(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new CannotStart(name + " is no port: " + value);
        }
    }
}
