/** Runs the real Keycloak with the Candour realm as a child process, for development and tests. */
@org.jspecify.annotations.NullMarked
package org.candour.keycloak;
