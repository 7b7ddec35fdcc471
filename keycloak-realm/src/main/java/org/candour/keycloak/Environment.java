package org.candour.keycloak;

import java.util.List;
import java.util.Map;

/** What of our own environment the child gets: all but settings that would change a Keycloak behind our back. */
final class Environment {
    private static final List<String> SETTINGS = List.of("KC_", "KEYCLOAK_", "KCKEY_", "KCRAW_", "QUARKUS_");

    private Environment() {}

    static void withoutKeycloakSettings(Map<String, String> environment) {
        environment.keySet().removeIf(name -> SETTINGS.stream().anyMatch(name::startsWith));
    }
}
