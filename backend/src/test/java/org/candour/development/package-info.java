/** The real Keycloak and the embedded store, for development and for the tests of every room; never in production. */
@org.jspecify.annotations.NullMarked
package org.candour.development;
