package org.candour.keycloak;

/** Keycloak could not be started; the message says why, and where its log is. */
public final class KeycloakNotStarted extends RuntimeException {
    KeycloakNotStarted(String reason) {
        super(reason);
    }
}
