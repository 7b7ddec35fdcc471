/**
 * Runs the real Keycloak with the Candour realm as a child process, for development and tests. Production runs Keycloak
 * by itself and takes from here the realm file only.
 */
@org.jspecify.annotations.NullMarked
package org.candour.keycloak;
